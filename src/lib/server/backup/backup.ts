/**
 * Backups of one tenant: its database as of one moment and its files, sealed with the portal's own keys, which are
 * kept elsewhere. A backup counts once it was restored on trial.
 */
export { all, clear, newest } from './backups.ts';
export { filesKnown, type KnownFile } from './files-known.ts';
export { make } from './make.ts';
export { type Manifest, readManifest } from './manifest.ts';
export { BackupProblem, type DatabasePlace, type Place } from './place.ts';
export { restore } from './restore.ts';
export { type Verdict, verify } from './verify.ts';

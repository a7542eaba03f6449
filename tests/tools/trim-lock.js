/**
 * Drops from package-lock.json the optional platform packages that were declared but could not be resolved.
 * `npm install` writes such names and `npm ci` then refuses the lock. Runs after every `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ optionalDependencies?: Record<string, string> }} Entry */

const path = new URL('../../package-lock.json', import.meta.url);
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(path, 'utf8'));

let dropped = 0;
for (const [parent, entry] of Object.entries(lock.packages)) {
	if (parent === '' || !entry.optionalDependencies) continue;
	const declared = Object.entries(entry.optionalDependencies);
	const resolved = declared.filter(([name]) => isResolved(parent, name));
	entry.optionalDependencies = Object.fromEntries(resolved);
	dropped += declared.length - resolved.length;
}
if (dropped > 0) {
	writeFileSync(path, `${JSON.stringify(lock, null, '\t')}\n`);
	console.log(`package-lock.json: ${dropped} unresolved optional packages left out`);
}

/**
 * A dependency may stand below its parent or in any folder above it.
 * @param {string} parent
 * @param {string} name
 */
function isResolved(parent, name) {
	for (let at = parent; ; at = at.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
		if (`${at ? `${at}/` : ''}node_modules/${name}` in lock.packages) return true;
		if (at === '') return false;
	}
}

import './node-version.js';

const { start } = await import('./start.ts');
await start();

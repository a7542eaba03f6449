/** `npm test`, and its parts `npm run lint|check|unit|e2e`. Plain JavaScript, so that an old Node can read the sentence. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
	console.error(
		`The tests need Node 24 and this is ${process.version}: start them with "npm test", which finds the Node that "npm ci" installed.`,
	);
	process.exit(1);
}
await import('./run.ts');

/**
 * Refuses a Node that is too old with one clear sentence. On Node 20 the database driver would end the process with
 * a segmentation fault and no word.
 */
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
	console.error(
		`Meedoen needs Node 24 and this is ${process.versions.node}. Start it through npm (npm run demo, npm start): npm finds the Node 24 that the project brings.`,
	);
	process.exit(1);
}

/**
 * Whether anything acknowledged is ever lost: `npm run faults`, about fifteen minutes, as root on Linux with strace. The
 * portal is killed at every call to a file while a declaration with a photo comes in; then the power is cut from its
 * disk while four phones send. At last the same cuts with an fsync that does nothing, which must lose: a check that
 * cannot fail is none. Ends with 1 when something was lost, or when the last one lost nothing.
 */
import { say } from '../tools/steps.ts';
import { killAtEachCall } from './calls.ts';
import { cutPower } from './power.ts';
import { isThere } from './strace.ts';

const cuts = 10;

if (isThere()) process.exitCode = (await all()) ? 0 : 1;
else {
	say('strace is not here: apt-get install strace');
	process.exitCode = 1;
}

async function all(): Promise<boolean> {
	const killed = await killAtEachCall();
	tell(killed.problems);
	say(`killed at ${killed.points} calls: ${killed.problems.length} problems`);
	const synced = await cutPower(cuts, { isSynced: true });
	if (!synced) {
		say(
			'no disk of our own can be made here (root and a loop device are needed): no power was cut',
		);
		return false;
	}
	tell(synced.problems);
	say(
		`${cuts} power cuts, ${synced.acknowledged} acknowledged: ${synced.problems.length} problems`,
	);
	const control = await cutPower(cuts, { isSynced: false });
	const isSeen = (control?.problems.length ?? 0) > 0;
	say(`without fsync: ${isSeen ? `loses, as it must (${control?.problems[0]})` : 'LOSES NOTHING'}`);
	return killed.problems.length === 0 && synced.problems.length === 0 && isSeen;
}

function tell(problems: readonly string[]) {
	for (const problem of problems) say(`WRONG  ${problem}`);
}

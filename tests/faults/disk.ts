import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own in a file, from which the power can be cut. */
export interface Disk {
	readonly folder: string;
	/** All that was not on the disk yet is gone: nothing more reaches it, not even its journal. */
	cut(): void;
	/** The machine comes up again. */
	comeBack(): void;
	remove(): void;
}

const megabytes = 256;
/** FS_IOC_SHUTDOWN with FS_SHUTDOWN_FLAGS_NOLOGFLUSH (linux/fs.h). */
const shutdown =
	'open F,"<",$ARGV[0] or die; my $how=pack("L",2); ioctl(F,0x8004587d,$how) or die $!';

/** Makes such a disk (ext4 on a loop device), or null where this machine does not let us. */
export function makeDisk(folder: string): Disk | null {
	const image = join(folder, 'disk.img');
	const place = join(folder, 'disk');
	const run = (program: string, ...given: string[]) =>
		execFileSync(program, given, { stdio: ['ignore', 'ignore', 'pipe'] });
	const mount = () => run('mount', '-o', 'loop', image, place);
	try {
		writeFileSync(image, '');
		truncateSync(image, megabytes * 1024 * 1024);
		mkdirSync(place);
		run('mkfs.ext4', '-q', image);
		mount();
	} catch {
		return null;
	}
	return {
		folder: place,
		cut: () => run('perl', '-e', shutdown, place),
		comeBack() {
			run('umount', place);
			mount();
		},
		remove: () => run('umount', place),
	};
}

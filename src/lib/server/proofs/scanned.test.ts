import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { filesKnown } from '../backup/backup.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { declared, filesIn, moment, newResident, photo, valueOf } from '../hours/test-hours.ts';
import type { Portal } from '../portal.ts';
import { type FakeClamd, fakeClamd, honest, marker } from '../scanning/fake-clamd.ts';
import { eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import * as proofs from './proofs.ts';

eachEngine('a proof that is scanned', (open) => {
	let world: World;
	let clamd: FakeClamd;
	let portal: Portal;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		clamd = await fakeClamd(join(world.folder, '..'));
		portal = { ...world.portal, scanner: { path: clamd.path } };
		resident = residentOf(portal, (await newResident(world)).personId);
	});
	afterEach(async () => {
		await clamd.close();
		await world.close();
	});

	const kim = (): Staff => staffOf(portal, 'kim');
	const round = () => proofs.scanWaiting(system(portal), () => moment.now + 1);
	const away = async () => clamd.close();
	const quarantined = () => readdir(join(world.folder, '..', 'quarantine')).catch(() => []);
	const infected = async () => new Blob([await photo('#aa3300'), marker]);
	const kept = async (entryId: string) => (await hours.entry(resident, entryId)).proofs;
	const seen = async (id: string) => {
		for (const actor of [resident, kim()]) await proofs.read(actor, id, moment);
	};
	const notSeen = async (id: string) => {
		for (const actor of [resident, kim()]) {
			await expect(proofs.read(actor, id, moment)).rejects.toThrow(NotFound);
		}
	};
	const audit = async () => {
		const { t, read } = portal.store;
		const lines = await read.select().from(t.audit);
		return lines.map(({ action }) => action).filter((action) => action.startsWith('proof.'));
	};

	it('is seen at once when the scanner finds nothing in the bytes as they were sent', async () => {
		const sent = await photo();
		const { id } = await declared(resident, {}, [sent]);
		expect(clamd.files).toEqual([Buffer.from(await sent.arrayBuffer())]);
		const [one] = await kept(id);
		expect(one).toMatchObject({ scan: 'clean', scannedAt: moment.now, removedAt: null });
		await seen(one?.id ?? '');
		expect(await quarantined()).toEqual([]);
		expect(await audit()).toContain('proof.clean');
	});

	it('is destroyed when it is infected, and the hours are received all the same', async () => {
		const { id, receiptNumber } = await declared(resident, {}, [await infected(), await photo()]);
		expect(receiptNumber).toMatch(/^[\w-]{9}$/);
		const standings = (await kept(id)).map(proofs.standingOf);
		expect(standings.toSorted()).toEqual(['shown', 'unusable']);
		const bad = (await kept(id)).find(({ scan }) => scan === 'infected');
		await notSeen(bad?.id ?? '');
		expect(await filesIn(world)).not.toContain(bad?.id);
		expect(await quarantined()).toEqual([]);
		expect(await audit()).toEqual(expect.arrayContaining(['proof.infected', 'proof.clean']));
		const [row] = (await hours.queue(kim())).rows;
		expect(row?.proofsShown).toHaveLength(1);
		expect(row?.proofs.toSorted()).toEqual(['shown', 'unusable']);
	});

	it('takes no room and no other picture’s place when it is infected', async () => {
		const { id } = await declared(resident, {}, [await infected()]);
		valueOf(await hours.addPhotos(resident, id, [await infected()], moment));
		expect(await kept(id)).toHaveLength(1);
		// The same picture without the virus, and three more: four can be seen.
		const colours = ['#aa3300', '#00aa33', '#3300aa', '#33aa00'];
		const photos = await Promise.all(colours.map((colour) => photo(colour)));
		valueOf(await hours.addPhotos(resident, id, photos, moment));
		expect((await kept(id)).filter(proofs.isShown)).toHaveLength(4);
	});

	it('waits unseen while the scanner is away, and is clean when it is back', async () => {
		await away();
		const { id } = await declared(resident, {}, [await photo()]);
		const [one] = await kept(id);
		const proofId = one?.id ?? '';
		expect(one).toMatchObject({ scan: 'waiting', scannedAt: null });
		await notSeen(proofId);
		const [row] = (await hours.queue(kim())).rows;
		expect([row?.proofsShown, row?.flags.includes('proofUnchecked')]).toEqual([[], true]);
		expect(row?.flags).not.toContain('noProof');
		expect(await quarantined()).toEqual([proofId]);
		expect(await filesKnown(portal.store)).toContainEqual({ folder: 'quarantine', id: proofId });

		expect(await round()).toMatchObject({ clean: 0, waiting: 1 });
		await notSeen(proofId);
		clamd = await fakeClamd(join(world.folder, '..'));
		expect(await round()).toMatchObject({ clean: 1, infected: 0, waiting: 0, why: null });
		await seen(proofId);
		expect(await quarantined()).toEqual([]);
		expect((await kept(id))[0]).toMatchObject({ scan: 'clean', scannedAt: moment.now + 1 });
		expect(await round()).toMatchObject({ clean: 0, waiting: 0 });
		expect((await audit()).filter((action) => action === 'proof.clean')).toHaveLength(1);
		expect(await filesKnown(portal.store)).toEqual([{ folder: 'proofs', id: proofId }]);
	});

	it('is found to be infected later, from what was sent, and nothing is left of it', async () => {
		clamd.behaviour = (_, socket) => socket.end('no answer');
		const { id } = await declared(resident, {}, [await infected()]);
		const proofId = (await kept(id))[0]?.id ?? '';
		expect(await filesIn(world)).toEqual([proofId]);
		clamd.behaviour = honest;
		expect(await round()).toMatchObject({ infected: 1, waiting: 0 });
		await notSeen(proofId);
		expect([await filesIn(world), await quarantined()]).toEqual([[], []]);
		expect(await filesKnown(portal.store)).toEqual([]);
		expect((await kept(id)).map(proofs.standingOf)).toEqual(['unusable']);
	});

	it('is answered once by two rounds at the same time', async () => {
		clamd.behaviour = (_, socket) => socket.destroy();
		await declared(resident, {}, [await photo(), await photo('#aa3300')]);
		clamd.behaviour = honest;
		const [one, other] = await Promise.all([round(), round()]);
		expect(one.clean + other.clean).toBe(2);
		expect([...one.lost, ...other.lost]).toEqual([]);
		expect((await audit()).filter((action) => action === 'proof.clean')).toHaveLength(2);
	});

	it('is not seen when its received file is gone: that is told, and the others go on', async () => {
		clamd.behaviour = (_, socket) => socket.destroy();
		const { id } = await declared(resident, {}, [await photo(), await photo('#aa3300')]);
		clamd.behaviour = honest;
		const [first] = await kept(id);
		await portal.quarantine.remove(first?.id ?? '');
		expect(await round()).toMatchObject({ clean: 1, waiting: 1, lost: [first?.id] });
		await notSeen(first?.id ?? '');
	});

	it('does not keep what came later waiting when the scanner has no answer about it', async () => {
		await away();
		const odd = 'NO-ANSWER';
		const photos = await Promise.all(
			['#aa3300', '#00aa33', '#3300aa'].map(async (colour) => new Blob([await photo(colour), odd])),
		);
		await declared(resident, {}, photos);
		const { id } = await declared(resident, { doneOn: day('2026-11-19') }, [await photo()]);
		clamd = await fakeClamd(join(world.folder, '..'), (file, socket) =>
			file.includes(odd)
				? socket.end('INSTREAM size limit exceeded. ERROR\0')
				: honest(file, socket),
		);
		expect(await round()).toMatchObject({ clean: 1, waiting: 3 });
		expect((await kept(id)).map(proofs.standingOf)).toEqual(['shown']);
	});

	it('is told when its received file no longer opens, and the others go on', async () => {
		clamd.behaviour = (_, socket) => socket.destroy();
		const { id } = await declared(resident, {}, [await photo(), await photo('#aa3300')]);
		clamd.behaviour = honest;
		const first = (await kept(id))[0]?.id ?? '';
		await writeFile(join(world.folder, '..', 'quarantine', first), Buffer.alloc(400, 1));
		expect(await round()).toMatchObject({ clean: 1, waiting: 1, lost: [first] });
	});

	it('stays unseen when the operator takes the scanner away for good', async () => {
		clamd.behaviour = (_, socket) => socket.destroy();
		const { id } = await declared(resident, {}, [await photo()]);
		portal = { ...portal, scanner: null };
		expect(await round()).toMatchObject({ clean: 0, waiting: 1 });
		await notSeen((await kept(id))[0]?.id ?? '');
	});

	it('is seen at once where no scanner was ever configured', async () => {
		const plain = residentOf(world.portal, resident.personId);
		const { id } = await declared(plain, {}, [await infected()]);
		const [one] = await kept(id);
		expect(one).toMatchObject({ scan: null, scannedAt: null });
		await seen(one?.id ?? '');
		expect(clamd.files).toEqual([]);
		expect(await quarantined()).toEqual([]);
	});
});

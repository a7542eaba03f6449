import { expect, it } from 'vitest';
import type { GroepDetail } from '#lib/law/groep.ts';
import { nothingKnown, type Person } from '../people/people.ts';
import type { PipContent } from './content.ts';
import { factsOf } from './facts.ts';
import type { Pip } from './versions.ts';

const person: Person = {
	id: 'p',
	gemeentecode: '0632',
	klantmanagerId: 'k',
	givenName: 'Amina',
	familyName: 'Haile',
	bornOn: '1990-05-01',
	bsnSealed: '',
	bsnIndex: '',
	groepDetail: 'nareiziger',
	plichtSinceOn: '2026-03-02',
	notifiedOn: '2026-03-09',
	brpRegisteredOn: null,
	movedInOn: null,
	firstDagtekeningOn: null,
	waitingForThirdPartySinceOn: null,
	thirdPartyInformationOn: null,
	ontheffingHours: 0,
	loweredHours: null,
	extendedUntil: '2029-11-12',
	hasParticipatiewetBenefit: true,
	inAzc: true,
	language: 'ti',
	interpreter: false,
	phone: null,
	email: null,
	safeContact: false,
	...nothingKnown,
	householdId: null,
	revision: 0,
	createdAt: 0,
};
const content: PipContent = {
	leerroute: 'Z',
	niveau: null,
	courseHours: 800,
	pvtHours: 12,
	moduleMapHours: 40,
	voortgangsgesprekken: 2,
	agreements: [],
};
const plan = (version: number, dagtekeningOn: string): Pip => ({
	id: `v${version}`,
	personId: 'p',
	version,
	dagtekeningOn,
	content,
	publishedBy: 'k',
	publishedAt: 0,
});

it('takes a nareiziger for an asielstatushouder (W 13(1)), before there is a plan', () => {
	expect(factsOf(person, { first: null, current: null })).toEqual({
		stelsel: 'wi2021',
		groep: 'asielstatushouder',
		detail: 'nareiziger',
		plichtSince: '2026-03-02',
		notifiedOn: '2026-03-09',
		inAzc: true,
		waitingForThirdParty: false,
		ontheffingHours: 0,
		hasParticipatiewetBenefit: true,
	});
});

it('counts the term from the first plan and the bezwaar from the one that holds now (W 11(3))', () => {
	const pips = { first: plan(1, '2026-05-11'), current: plan(3, '2027-02-01') };
	expect(factsOf(person, pips)).toMatchObject({
		firstDagtekeningOn: '2026-05-11',
		dagtekeningOn: '2027-02-01',
		leerroute: 'Z',
		niveau: undefined,
		extendedUntil: '2029-11-12',
	});
});

it('counts the term from the plan of a former gemeente, also before there is one here (W 11(3), W 15(4))', () => {
	const moved = { ...person, movedInOn: '2026-04-20', firstDagtekeningOn: '2026-03-30' };
	const pips = { first: plan(1, '2026-05-11'), current: plan(2, '2027-02-01') };
	expect(factsOf(moved, pips)).toMatchObject({
		firstDagtekeningOn: '2026-03-30',
		dagtekeningOn: '2027-02-01',
	});
	expect(factsOf(moved, { first: null, current: null })).toMatchObject({
		firstDagtekeningOn: '2026-03-30',
		dagtekeningOn: undefined,
		extendedUntil: '2029-11-12',
	});
	const later = { ...moved, firstDagtekeningOn: '2026-05-12' };
	expect(factsOf(later, pips).firstDagtekeningOn).toBe('2026-05-11');
});

it('waits for a third party only until its information has come in (B 5.3(2))', () => {
	const waiting = { ...person, waitingForThirdPartySinceOn: '2026-04-01' };
	const none = { first: null, current: null };
	expect(factsOf(waiting, none).waitingForThirdParty).toBe(true);
	const informed = { ...waiting, thirdPartyInformationOn: '2026-06-01' };
	expect(factsOf(informed, none)).toMatchObject({
		waitingForThirdParty: false,
		thirdPartyInformationOn: '2026-06-01',
	});
});

it('is under the old law when the duty began before 2022 (W 54(1))', () => {
	const old = { ...person, plichtSinceOn: '2021-12-31' };
	expect(factsOf(old, { first: null, current: null }).stelsel).toBe('wi2013');
});

it('refuses a groep that DUO does not have', () => {
	const wrong = { ...person, groepDetail: 'toerist' as GroepDetail };
	expect(() => factsOf(wrong, { first: null, current: null })).toThrow(RangeError);
});

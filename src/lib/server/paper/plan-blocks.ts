import { normText, partyTitle, routeLineText } from '#lib/languages/labels/pip.ts';
import { decidedText, itemText } from '#lib/languages/labels/plan-parts.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DecidedShown, PlanShown } from '../pip/pip.ts';
import { agreementBlocks, goalBlocks, type Hand } from './agreement-blocks.ts';
import type { Line, Writer } from './lines.ts';
import type { Block } from './sheet.ts';

/** Everything that the page of a plan says of it, in the same order and out of the same messages. */
export function planBlocks(plan: PlanShown, hand: Hand): Block[] {
	const { write } = hand;
	return [
		...what(plan, hand),
		...route(plan, write),
		...goals(plan, hand),
		...plan.parties.flatMap(({ party, agreements }) => [
			heading(2, write(partyTitle[party])),
			list(agreements.map((agreement) => agreementBlocks(agreement, hand))),
		]),
		...decided(plan, write),
		...bezwaar(plan, write),
	];
}

/** The formal part alone: what was decided, and what one can do against it (W 15, Awb 3:45). */
export function decisionBlocks(plan: PlanShown, hand: Hand): Block[] {
	const { write } = hand;
	return [
		...what(plan, hand),
		...route(plan, write),
		...decided(plan, write),
		...bezwaar(plan, write),
	];
}

function what({ dagtekeningOn, sending, version }: PlanShown, { language, write }: Hand): Block[] {
	return [
		heading(2, write(m.plan_what)),
		paragraph(write(m.plan_version, { count: slots.count(version) })),
		paragraph(write(m.plan_dagtekening, { day: slots.day(dagtekeningOn) })),
		...(sending ? [paragraph(sent(sending, write))] : []),
		...(language === 'nl' ? [] : [{ kind: 'note', line: write(m.plan_binding) } as const]),
	];
}

function sent({ sentOn, way }: NonNullable<PlanShown['sending']>, write: Writer): Line {
	if (!sentOn) return write(m.plan_sent_waiting);
	const message = way === 'portal' ? m.plan_sent_portal : m.plan_sent_paper;
	return write(message, { day: slots.day(sentOn) });
}

function route({ leerroute, niveau, termijn }: PlanShown, write: Writer): Block[] {
	const key = leerroute === 'B' && niveau === 'A2' ? 'BToA2' : leerroute;
	const days = { lastOn: slots.day(termijn.lastOn), from: slots.day(termijn.from) };
	return [
		heading(2, write(m.plan_route_title)),
		paragraph(write(routeLineText[key])),
		heading(3, write(m.plan_term_title)),
		paragraph(write(m.plan_term, days)),
		...(termijn.isExtended ? [paragraph(write(m.plan_term_extended))] : []),
	];
}

function goals(plan: PlanShown, hand: Hand): Block[] {
	if (plan.goals.length === 0) return [];
	return [
		heading(2, hand.write(m.plan_part_goals)),
		paragraph(hand.write(m.plan_part_goals_text)),
		...plan.goals.flatMap((goal) => goalBlocks(goal, hand)),
	];
}

function decided(plan: PlanShown, write: Writer): Block[] {
	const norms = plan.norms.map(({ key, slots: facts }) => [paragraph(write(normText[key], facts))]);
	return [
		heading(2, write(m.plan_part_decided)),
		list([...norms, ...plan.decided.map((line) => decidedBlocks(line, write))]),
	];
}

function decidedBlocks({ items, key, slots: facts }: DecidedShown, write: Writer): Block[] {
	const parts = items.map((item) => [paragraph(write(itemText[item.key], item.slots))]);
	return [paragraph(write(decidedText[key], facts)), ...(parts.length > 0 ? [list(parts)] : [])];
}

function bezwaar({ bezwaar: { begins, isOpen, lastOn } }: PlanShown, write: Writer): Block[] {
	const message = isOpen ? m.plan_bezwaar_open : m.plan_bezwaar_closed;
	const day = begins ? write(message, { lastOn: slots.day(lastOn) }) : write(m.plan_sent_waiting);
	return [
		heading(2, write(m.plan_bezwaar_title)),
		paragraph(day),
		...(isOpen ? [paragraph(write(m.plan_bezwaar_help))] : []),
	];
}

const heading = (level: 2 | 3, line: Line): Block => ({ kind: 'heading', level, line });
const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
const list = (items: readonly (readonly Block[])[]): Block => ({ kind: 'list', items });

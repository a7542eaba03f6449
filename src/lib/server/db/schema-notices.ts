import type { NoticeChannel, NoticeGroup, NoticeKind, NoticeSlots } from '../notices/kinds.ts';
import type { DeliveryState, SendingError } from '../notices/states.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** What people are told outside the portal: that there is something, and never what. */
export function noticeTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const notices = c.table(
		'notices',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** What happened, once: the same fact gives no second notice. */
			fact: c.text().notNull(),
			kind: c.text().$type<NoticeKind>().notNull(),
			/** What it is about: the id of a thing, from which the page makes a link. */
			subject: c.text().notNull(),
			slots: c.json<NoticeSlots>().notNull(),
			/** Not before this instant. */
			at: c.instant().notNull(),
			/** From this instant on it is of no use any more. */
			expiresAt: c.instant().notNull(),
			/** When its deliveries were made; null as long as the worker has not come to it. */
			plannedAt: c.instant(),
			readAt: c.instant(),
			createdAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('notices_fact').on(t.fact),
			c.index('notices_person').on(t.personId, t.at),
			c.index('notices_unplanned').on(t.plannedAt, t.at),
		],
	);
	const noticeDeliveries = c.table(
		'notice_deliveries',
		{
			/** Also the key by which a receiver knows that it has this one already. */
			id: c.text().primaryKey(),
			noticeId: c
				.text()
				.notNull()
				.references(() => notices.id),
			channel: c.text().$type<NoticeChannel>().notNull(),
			/** Of a push the id of its subscription, of the others a keyed hash: no address stands here. */
			addressKey: c.text().notNull(),
			state: c.text().$type<DeliveryState>().notNull(),
			attempts: c.whole().notNull(),
			/** Of a waiting one when it is tried, of a leased one when the lease ends. */
			dueAt: c.instant().notNull(),
			/** Who has it now; a worker that lost its lease can settle nothing. */
			lease: c.text(),
			error: c.text().$type<SendingError>(),
			settledAt: c.instant(),
			createdAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('notice_deliveries_address').on(t.noticeId, t.channel, t.addressKey),
			c.index('notice_deliveries_due').on(t.state, t.dueAt),
		],
	);
	const noticeChoices = c.table('notice_choices', {
		personId: c
			.text()
			.primaryKey()
			.references(() => people.id),
		groupsOff: c.json<readonly NoticeGroup[]>().notNull(),
		channelsOff: c.json<readonly NoticeChannel[]>().notNull(),
		/** 'HH:MM' in the Netherlands; both null for somebody who has no quiet hours. */
		quietFrom: c.text(),
		quietUntil: c.text(),
		/** That a reminder of an hour before may come in the quiet hours. */
		remindsInQuiet: c.bool().notNull(),
		changedAt: c.instant().notNull(),
	});
	const pushSubscriptions = c.table(
		'push_subscriptions',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** A keyed hash of the endpoint, by which the same phone is known again. */
			endpointKey: c.text().notNull(),
			/** Endpoint and keys, sealed. */
			sealed: c.text().notNull(),
			createdAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('push_subscriptions_endpoint').on(t.endpointKey),
			c.index('push_subscriptions_person').on(t.personId),
		],
	);
	return { notices, noticeDeliveries, noticeChoices, pushSubscriptions };
}

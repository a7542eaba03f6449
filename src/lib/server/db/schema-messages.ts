import type { LetterAction, Sender, Topic } from '../messages/kinds.ts';
import type { Scan } from '../proofs/standing.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What a person and the gemeente write to each other, and the letters of the gemeente. It is a record: words stay as
 * they were sent. When something was read is kept to help, and nothing that counts or decides reads it.
 */
export function messageTables(
	c: Columns,
	{ people }: Pick<ReturnType<typeof personTables>, 'people'>,
) {
	const personId = () =>
		c
			.text()
			.notNull()
			.references(() => people.id);
	const letters = c.table(
		'letters',
		{
			/** Made with the page, so that publishing twice is one letter. */
			id: c.text().primaryKey(),
			personId: personId(),
			topic: c.text().$type<Topic>().notNull(),
			action: c.text().$type<LetterAction>().notNull(),
			/** What the sentence of the action needs: a day, a time, a place, which paper. */
			doOn: c.text(),
			doAt: c.text(),
			place: c.text(),
			paper: c.text(),
			/** In own words of the klantmanager, in Dutch. */
			wordsSealed: c.text(),
			publishedBy: c.text().notNull(),
			publishedAt: c.instant().notNull(),
			/** When the person opened it first, and said that it is done. */
			readAt: c.instant(),
			doneAt: c.instant(),
		},
		(t) => [c.index('letters_person').on(t.personId, t.publishedAt)],
	);
	const messageThreads = c.table(
		'message_threads',
		{
			id: c.text().primaryKey(),
			personId: personId(),
			topic: c.text().$type<Topic>().notNull(),
			/** The letter that it is about, where it is about one. */
			letterId: c.text().references(() => letters.id),
			openedAt: c.instant().notNull(),
		},
		(t) => [c.index('message_threads_person').on(t.personId, t.openedAt)],
	);
	const messages = c.table(
		'messages',
		{
			/** Made with the page, so that sending twice is one message. */
			id: c.text().primaryKey(),
			threadId: c
				.text()
				.notNull()
				.references(() => messageThreads.id),
			personId: personId(),
			number: c.whole().notNull(),
			sender: c.text().$type<Sender>().notNull(),
			wordsSealed: c.text().notNull(),
			/** In which it was written. */
			language: c.text().notNull(),
			/** What the person's words say in Dutch, as somebody of the staff wrote it down; the original stays. */
			dutchSealed: c.text(),
			dutchBy: c.text(),
			dutchAt: c.instant(),
			sentBy: c.text().notNull(),
			sentAt: c.instant().notNull(),
			/** When the other side opened it first. */
			readAt: c.instant(),
			/** Of the person's: when it was answered, or when staff said that it needs no answer. */
			settledAt: c.instant(),
			settledBy: c.text(),
		},
		(t) => [
			c.uniqueIndex('messages_number').on(t.threadId, t.number),
			c.index('messages_person').on(t.personId, t.sentAt),
			c.index('messages_waiting').on(t.sender, t.settledAt, t.sentAt),
		],
	);
	/** Photos and papers that belong to a message or a letter; as with proofs, the file is there before the row is. */
	const attachments = c.table(
		'attachments',
		{
			id: c.text().primaryKey(),
			personId: personId(),
			messageId: c.text().references(() => messages.id),
			letterId: c.text().references(() => letters.id),
			contentType: c.text().notNull(),
			byteCount: c.whole().notNull(),
			sha256: c.text().notNull(),
			width: c.whole(),
			height: c.whole(),
			pageCount: c.whole(),
			storedAt: c.instant().notNull(),
			scan: c.text().$type<Scan>(),
			scannedAt: c.instant(),
			removedAt: c.instant(),
		},
		(t) => [
			c.index('attachments_message').on(t.messageId),
			c.index('attachments_letter').on(t.letterId),
			c.index('attachments_scan').on(t.scan),
		],
	);
	return { letters, messageThreads, messages, attachments };
}

CREATE TABLE `absences` (
	`account_id` text PRIMARY KEY NOT NULL,
	`until_on` text NOT NULL,
	`replaced_by` text NOT NULL,
	`said_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_replaced_by` ON `absences` (`replaced_by`,`until_on`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`message_id` text,
	`letter_id` text,
	`content_type` text NOT NULL,
	`byte_count` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer,
	`height` integer,
	`page_count` integer,
	`stored_at` integer NOT NULL,
	`scan` text,
	`scanned_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_message` ON `attachments` (`message_id`);--> statement-breakpoint
CREATE INDEX `attachments_letter` ON `attachments` (`letter_id`);--> statement-breakpoint
CREATE INDEX `attachments_scan` ON `attachments` (`scan`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`action` text NOT NULL,
	`do_on` text,
	`do_at` text,
	`place` text,
	`paper` text,
	`words_sealed` text,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	`read_at` integer,
	`done_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `letters_person` ON `letters` (`person_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `message_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`letter_id` text,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`letter_id`) REFERENCES `letters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_threads_person` ON `message_threads` (`person_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`sender` text NOT NULL,
	`words_sealed` text NOT NULL,
	`language` text NOT NULL,
	`dutch_sealed` text,
	`dutch_by` text,
	`dutch_at` integer,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`read_at` integer,
	`settled_at` integer,
	`settled_by` text,
	FOREIGN KEY (`thread_id`) REFERENCES `message_threads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_number` ON `messages` (`thread_id`,`number`);--> statement-breakpoint
CREATE INDEX `messages_person` ON `messages` (`person_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `messages_waiting` ON `messages` (`sender`,`settled_at`,`sent_at`);--> statement-breakpoint
ALTER TABLE `call_wishes` ADD `language` text;--> statement-breakpoint
ALTER TABLE `call_wishes` ADD `day_part` text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE `call_wishes` ADD `tried_on` text;--> statement-breakpoint
ALTER TABLE `call_wishes` ADD `tries` integer DEFAULT 0 NOT NULL;
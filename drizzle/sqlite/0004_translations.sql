CREATE TABLE `recordings` (
	`id` text PRIMARY KEY NOT NULL,
	`text_hash` text NOT NULL,
	`language` text NOT NULL,
	`person_id` text,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`seconds` integer,
	`recorded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recordings_text` ON `recordings` (`text_hash`,`language`);--> statement-breakpoint
CREATE TABLE `translation_drafts` (
	`link_id` text NOT NULL,
	`place` text NOT NULL,
	`dutch_hash` text NOT NULL,
	`text` text NOT NULL,
	`back_translation` text,
	`note` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`link_id`, `place`),
	FOREIGN KEY (`link_id`) REFERENCES `translation_links`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `translation_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`language` text NOT NULL,
	`role` text NOT NULL,
	`given_to` text NOT NULL,
	`places` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`browser_hash` text,
	`opened_at` integer,
	`sent_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `translation_links_token` ON `translation_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `translation_links_person` ON `translation_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `translations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`language` text NOT NULL,
	`place` text NOT NULL,
	`dutch_hash` text NOT NULL,
	`dutch` text NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`back_translation` text,
	`note` text,
	`doubt` text,
	`translator_link_id` text,
	`translator` text NOT NULL,
	`reader_link_id` text,
	`reader` text,
	`approved_by` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `translations_dutch` ON `translations` (`person_id`,`language`,`dutch_hash`);
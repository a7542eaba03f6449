CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`email` text,
	`phone` text,
	`office_hours` text,
	`roles` text NOT NULL,
	`gemeentecodes` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_issuer_subject` ON `accounts` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`person_id`,`number`);--> statement-breakpoint
CREATE TABLE `hour_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`fields` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_drafts_person` ON `hour_drafts` (`person_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `hour_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`receipt_number` text NOT NULL,
	`activity` text NOT NULL,
	`organisation` text NOT NULL,
	`done_on` text NOT NULL,
	`declared_minutes` integer NOT NULL,
	`dutch_spoken` integer NOT NULL,
	`together` integer NOT NULL,
	`note_sealed` text,
	`state` text NOT NULL,
	`confirmed_minutes` integer NOT NULL,
	`received_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entries_receipt` ON `hour_entries` (`receipt_number`);--> statement-breakpoint
CREATE INDEX `hour_entries_person` ON `hour_entries` (`person_id`,`done_on`);--> statement-breakpoint
CREATE INDEX `hour_entries_state` ON `hour_entries` (`state`,`received_at`);--> statement-breakpoint
CREATE TABLE `hour_events` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text,
	`note_sealed` text,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_events_entry` ON `hour_events` (`entry_id`,`number`);--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`path` text NOT NULL,
	`fields_sealed` text NOT NULL,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeentecode` text NOT NULL,
	`klantmanager_id` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`born_on` text NOT NULL,
	`bsn_sealed` text NOT NULL,
	`bsn_index` text NOT NULL,
	`groep_detail` text NOT NULL,
	`plicht_since_on` text NOT NULL,
	`notified_on` text,
	`brp_registered_on` text,
	`moved_in_on` text,
	`waiting_for_third_party_since_on` text,
	`third_party_information_on` text,
	`ontheffing_hours` integer,
	`lowered_hours` integer,
	`extended_until` text,
	`has_participatiewet_benefit` integer NOT NULL,
	`in_azc` integer NOT NULL,
	`language` text NOT NULL,
	`interpreter` integer NOT NULL,
	`phone` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_bsn` ON `people` (`bsn_index`);--> statement-breakpoint
CREATE INDEX `people_klantmanager` ON `people` (`klantmanager_id`,`family_name`);--> statement-breakpoint
CREATE INDEX `people_gemeente` ON `people` (`gemeentecode`,`family_name`);--> statement-breakpoint
CREATE TABLE `pip_drafts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`revision` integer NOT NULL,
	`base_version` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `pips` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`dagtekening_on` text NOT NULL,
	`content` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pips_person_version` ON `pips` (`person_id`,`version`);--> statement-breakpoint
CREATE TABLE `proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`content_type` text NOT NULL,
	`byte_count` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`stored_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `proofs_entry` ON `proofs` (`entry_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`account_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`id_token` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);
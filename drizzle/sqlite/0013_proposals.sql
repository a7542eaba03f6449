CREATE TABLE `proposal_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`fields` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposal_drafts_person` ON `proposal_drafts` (`person_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `proposal_events` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`note_sealed` text,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_events_proposal` ON `proposal_events` (`proposal_id`,`number`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`activity` text NOT NULL,
	`organisation` text NOT NULL,
	`starts_on` text NOT NULL,
	`hours_per_week` integer NOT NULL,
	`dutch_spoken` text NOT NULL,
	`together` text NOT NULL,
	`note_sealed` text,
	`state` text NOT NULL,
	`ended_on` text,
	`events` integer NOT NULL,
	`received_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposals_person` ON `proposals` (`person_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `proposals_state` ON `proposals` (`state`,`changed_at`);--> statement-breakpoint
ALTER TABLE `hour_entries` ADD `proposal_id` text;--> statement-breakpoint
CREATE TRIGGER proposal_events_stay BEFORE UPDATE ON proposal_events BEGIN SELECT RAISE(ABORT, 'proposal_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER proposal_events_kept BEFORE DELETE ON proposal_events BEGIN SELECT RAISE(ABORT, 'proposal_events is append-only'); END;

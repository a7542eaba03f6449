CREATE TABLE `waiting_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`slot` text NOT NULL,
	`number` integer NOT NULL,
	`waits_for` text NOT NULL,
	`ball` text NOT NULL,
	`since_on` text NOT NULL,
	`expected_on` text,
	`ended_on` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_lines_slot` ON `waiting_lines` (`person_id`,`slot`,`number`);--> statement-breakpoint
CREATE TRIGGER waiting_lines_stay BEFORE UPDATE ON waiting_lines BEGIN SELECT RAISE(ABORT, 'waiting_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER waiting_lines_kept BEFORE DELETE ON waiting_lines BEGIN SELECT RAISE(ABORT, 'waiting_lines is append-only'); END;

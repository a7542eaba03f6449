CREATE TABLE `groep_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_detail` text NOT NULL,
	`to_detail` text NOT NULL,
	`changed_on` text NOT NULL,
	`reason` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `groep_changes_person` ON `groep_changes` (`person_id`,`changed_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `first_dagtekening_on` text;--> statement-breakpoint
ALTER TABLE `people` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The history of the groep is only ever added to.
CREATE TRIGGER groep_changes_stay BEFORE UPDATE ON groep_changes BEGIN SELECT RAISE(ABORT, 'groep_changes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER groep_changes_kept BEFORE DELETE ON groep_changes BEGIN SELECT RAISE(ABORT, 'groep_changes is append-only'); END;

CREATE TABLE `goal_progress` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`part_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`state_on` text,
	`new_day_on` text,
	`instead_of_on` text,
	`new_day_reason` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goal_progress_part` ON `goal_progress` (`person_id`,`part_id`,`number`);--> statement-breakpoint
CREATE TRIGGER goal_progress_stays BEFORE UPDATE ON goal_progress BEGIN SELECT RAISE(ABORT, 'goal_progress is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER goal_progress_kept BEFORE DELETE ON goal_progress BEGIN SELECT RAISE(ABORT, 'goal_progress is append-only'); END;

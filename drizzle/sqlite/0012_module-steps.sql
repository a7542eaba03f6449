CREATE TABLE `module_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`slot` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`part` text,
	`outcome` text,
	`happened_on` text,
	`with_whom` text,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `module_steps_slot` ON `module_steps` (`person_id`,`slot`,`number`);--> statement-breakpoint
CREATE TRIGGER module_steps_stay BEFORE UPDATE ON module_steps BEGIN SELECT RAISE(ABORT, 'module_steps is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER module_steps_kept BEFORE DELETE ON module_steps BEGIN SELECT RAISE(ABORT, 'module_steps is append-only'); END;

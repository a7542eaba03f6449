CREATE TABLE `course_files` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`lines_sealed` text NOT NULL,
	`read_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `course_files_read` ON `course_files` (`read_at`);--> statement-breakpoint
CREATE TABLE `course_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`replaces` text,
	`school` text NOT NULL,
	`kind` text NOT NULL,
	`from_on` text NOT NULL,
	`until` text NOT NULL,
	`attended_minutes` integer NOT NULL,
	`excused_minutes` integer,
	`unexcused_minutes` integer,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`source_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_lines_person` ON `course_lines` (`person_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `course_lines_replaces` ON `course_lines` (`replaces`);--> statement-breakpoint
CREATE TRIGGER course_lines_stay BEFORE UPDATE ON course_lines BEGIN SELECT RAISE(ABORT, 'course_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER course_lines_kept BEFORE DELETE ON course_lines BEGIN SELECT RAISE(ABORT, 'course_lines is append-only'); END;

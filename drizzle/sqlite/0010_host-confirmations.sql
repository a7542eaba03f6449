CREATE TABLE `host_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`link_id` text,
	`poster_id` text,
	`verdict` text NOT NULL,
	`minutes` integer,
	`by_sealed` text,
	`said_on` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `host_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`poster_id`) REFERENCES `host_posters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `host_answers_link` ON `host_answers` (`entry_id`,`link_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `host_answers_poster` ON `host_answers` (`entry_id`,`poster_id`);--> statement-breakpoint
CREATE TABLE `host_guesses` (
	`about` text NOT NULL,
	`tried_on` text NOT NULL,
	`wrong` integer NOT NULL,
	PRIMARY KEY(`about`, `tried_on`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `host_lines` (
	`link_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`link_id`, `entry_id`),
	FOREIGN KEY (`link_id`) REFERENCES `host_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `host_lines_entry` ON `host_lines` (`entry_id`);--> statement-breakpoint
CREATE TABLE `host_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`revoked_at` integer,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `host_links_token` ON `host_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `host_links_person` ON `host_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `host_posters` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeentecode` text NOT NULL,
	`organisation` text NOT NULL,
	`token_hash` text NOT NULL,
	`secret_sealed` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `host_posters_token` ON `host_posters` (`token_hash`);--> statement-breakpoint
CREATE INDEX `host_posters_gemeente` ON `host_posters` (`gemeentecode`,`created_at`);--> statement-breakpoint
CREATE TRIGGER host_lines_stays BEFORE UPDATE ON host_lines BEGIN SELECT RAISE(ABORT, 'host_lines is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER host_lines_kept BEFORE DELETE ON host_lines BEGIN SELECT RAISE(ABORT, 'host_lines is append-only'); END;--> statement-breakpoint
CREATE TRIGGER host_answers_stays BEFORE UPDATE ON host_answers BEGIN SELECT RAISE(ABORT, 'host_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER host_answers_kept BEFORE DELETE ON host_answers BEGIN SELECT RAISE(ABORT, 'host_answers is append-only'); END;

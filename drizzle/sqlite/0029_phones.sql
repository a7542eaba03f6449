CREATE TABLE `phones` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`mode` text NOT NULL,
	`device` text,
	`key_version` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `phones_account` ON `phones` (`account_id`,`asked_at`);
ALTER TABLE `accounts` ADD `language_mode` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `language_top` text;
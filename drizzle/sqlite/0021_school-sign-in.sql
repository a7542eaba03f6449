ALTER TABLE `accounts` ADD `partner_id` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `activity` text;
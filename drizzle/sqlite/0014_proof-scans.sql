ALTER TABLE `proofs` ADD `scan` text;--> statement-breakpoint
ALTER TABLE `proofs` ADD `scanned_at` integer;--> statement-breakpoint
ALTER TABLE `proofs` ADD `removed_at` integer;--> statement-breakpoint
CREATE INDEX `proofs_scan` ON `proofs` (`scan`);
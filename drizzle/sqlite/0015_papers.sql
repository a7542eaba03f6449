PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`content_type` text NOT NULL,
	`byte_count` integer NOT NULL,
	`sha256` text NOT NULL,
	`width` integer,
	`height` integer,
	`page_count` integer,
	`stored_at` integer NOT NULL,
	`scan` text,
	`scanned_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_proofs`("id", "person_id", "entry_id", "content_type", "byte_count", "sha256", "width", "height", "page_count", "stored_at", "scan", "scanned_at", "removed_at") SELECT "id", "person_id", "entry_id", "content_type", "byte_count", "sha256", "width", "height", NULL, "stored_at", "scan", "scanned_at", "removed_at" FROM `proofs`;--> statement-breakpoint
DROP TABLE `proofs`;--> statement-breakpoint
ALTER TABLE `__new_proofs` RENAME TO `proofs`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `proofs_entry` ON `proofs` (`entry_id`);--> statement-breakpoint
CREATE INDEX `proofs_scan` ON `proofs` (`scan`);
CREATE TABLE `parcels` (
	`id` text NOT NULL,
	`sealed_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`length` integer NOT NULL,
	`outcome` text NOT NULL,
	`taken_at` integer NOT NULL,
	PRIMARY KEY(`id`, `sealed_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `parcels_person` ON `parcels` (`person_id`,`taken_at`);
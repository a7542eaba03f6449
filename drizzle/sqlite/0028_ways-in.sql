CREATE TABLE `account_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_identities_account` ON `account_identities` (`account_id`);--> statement-breakpoint
CREATE TABLE `activation_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` text NOT NULL,
	`code_hash` text NOT NULL,
	`issued_by` text NOT NULL,
	`issued_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activation_letters_number` ON `activation_letters` (`number`);--> statement-breakpoint
CREATE INDEX `activation_letters_person` ON `activation_letters` (`person_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `code_ways` (
	`account_id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`use` text NOT NULL,
	`account_id` text,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkey_challenges_until` ON `passkey_challenges` (`until`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`device` text,
	`added_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_account` ON `passkeys` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`code_hash` text NOT NULL,
	`channel` text NOT NULL,
	`is_first` integer NOT NULL,
	`tries` integer NOT NULL,
	`until` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_codes_account` ON `sign_in_codes` (`account_id`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_until` ON `sign_in_codes` (`until`);--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`about` text NOT NULL,
	`span` text NOT NULL,
	`tried` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`about`, `span`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_tries_until` ON `sign_in_tries` (`until`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `means` text DEFAULT 'provider' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `passkey_id` text;
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" text,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"office_hours" text,
	"roles" jsonb NOT NULL,
	"gemeentecodes" jsonb NOT NULL,
	"language" text NOT NULL,
	"created_at" bigint NOT NULL,
	"disabled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" text,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"receipt_number" text NOT NULL,
	"activity" text NOT NULL,
	"organisation" text NOT NULL,
	"done_on" text NOT NULL,
	"declared_minutes" integer NOT NULL,
	"dutch_spoken" boolean NOT NULL,
	"together" boolean NOT NULL,
	"note_sealed" text,
	"state" text NOT NULL,
	"confirmed_minutes" integer NOT NULL,
	"received_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_events" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text,
	"note_sealed" text,
	"actor" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"path" text NOT NULL,
	"fields_sealed" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"gemeentecode" text NOT NULL,
	"klantmanager_id" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"born_on" text NOT NULL,
	"bsn_sealed" text NOT NULL,
	"bsn_index" text NOT NULL,
	"groep_detail" text NOT NULL,
	"plicht_since_on" text NOT NULL,
	"notified_on" text,
	"brp_registered_on" text,
	"moved_in_on" text,
	"waiting_for_third_party_since_on" text,
	"third_party_information_on" text,
	"ontheffing_hours" integer,
	"lowered_hours" integer,
	"extended_until" text,
	"has_participatiewet_benefit" boolean NOT NULL,
	"in_azc" boolean NOT NULL,
	"language" text NOT NULL,
	"interpreter" boolean NOT NULL,
	"phone" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pip_drafts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"base_version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pips" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"version" integer NOT NULL,
	"dagtekening_on" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"content_type" text NOT NULL,
	"byte_count" integer NOT NULL,
	"sha256" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"stored_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"account_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"ended_at" bigint,
	"id_token" text
);
--> statement-breakpoint
ALTER TABLE "hour_events" ADD CONSTRAINT "hour_events_entry_id_hour_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_drafts" ADD CONSTRAINT "pip_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pips" ADD CONSTRAINT "pips_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_entry_id_hour_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_issuer_subject" ON "accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_person" ON "audit" USING btree ("person_id","number");--> statement-breakpoint
CREATE INDEX "hour_drafts_person" ON "hour_drafts" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entries_receipt" ON "hour_entries" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "hour_entries_person" ON "hour_entries" USING btree ("person_id","done_on");--> statement-breakpoint
CREATE INDEX "hour_entries_state" ON "hour_entries" USING btree ("state","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_events_entry" ON "hour_events" USING btree ("entry_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "people_bsn" ON "people" USING btree ("bsn_index");--> statement-breakpoint
CREATE INDEX "people_klantmanager" ON "people" USING btree ("klantmanager_id","family_name");--> statement-breakpoint
CREATE INDEX "people_gemeente" ON "people" USING btree ("gemeentecode","family_name");--> statement-breakpoint
CREATE UNIQUE INDEX "pips_person_version" ON "pips" USING btree ("person_id","version");--> statement-breakpoint
CREATE INDEX "proofs_entry" ON "proofs" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");
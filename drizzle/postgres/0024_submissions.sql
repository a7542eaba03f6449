CREATE TABLE "contact_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"address_sealed" text NOT NULL,
	"code_sealed" text NOT NULL,
	"attempts" integer NOT NULL,
	"sent_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "person_contacts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"address_sealed" text,
	"phone_key" text,
	"phone_verified_at" bigint,
	"email_key" text,
	"email_verified_at" bigint,
	"safe_contact_said_at" bigint
);
--> statement-breakpoint
CREATE TABLE "submission_events" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"words_sealed" text,
	"key" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"pip_id" text,
	"timing" text,
	"last_on" text,
	"content_sealed" text NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"handed_in_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_codes" ADD CONSTRAINT "contact_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_contacts" ADD CONSTRAINT "person_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_events" ADD CONSTRAINT "submission_events_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_events" ADD CONSTRAINT "submission_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_pip_id_pips_id_fk" FOREIGN KEY ("pip_id") REFERENCES "public"."pips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_codes_person" ON "contact_codes" USING btree ("person_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_events_number" ON "submission_events" USING btree ("submission_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_events_key" ON "submission_events" USING btree ("submission_id","key");--> statement-breakpoint
CREATE INDEX "submission_events_person" ON "submission_events" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_key" ON "submissions" USING btree ("person_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_reference" ON "submissions" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "submissions_handed_in" ON "submissions" USING btree ("kind","handed_in_at");--> statement-breakpoint
CREATE TRIGGER submissions_stays BEFORE UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER submissions_not_emptied BEFORE TRUNCATE ON submissions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER submission_events_stays BEFORE UPDATE OR DELETE ON submission_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER submission_events_not_emptied BEFORE TRUNCATE ON submission_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

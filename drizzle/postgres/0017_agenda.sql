CREATE TABLE "agenda_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"occurrence_on" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"is_coming" boolean NOT NULL,
	"reason_sealed" text,
	"answered_for" text NOT NULL,
	"key" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_attendance" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"occurrence_on" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"presence" text NOT NULL,
	"minutes" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_cohorts" (
	"id" text PRIMARY KEY NOT NULL,
	"gemeentecode" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"partner_id" text,
	"owner_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "agenda_exceptions" (
	"item_id" text NOT NULL,
	"occurrence_on" text NOT NULL,
	"is_cancelled" boolean NOT NULL,
	"starts_on" text NOT NULL,
	"starts_at" text NOT NULL,
	"minutes" integer NOT NULL,
	"place" text,
	"address" text,
	"with_whom" text,
	"reason" text NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "agenda_exceptions_item_id_occurrence_on_pk" PRIMARY KEY("item_id","occurrence_on")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"gemeentecode" text NOT NULL,
	"person_id" text,
	"cohort_id" text,
	"kind" text NOT NULL,
	"subject" text,
	"starts_on" text NOT NULL,
	"starts_at" text NOT NULL,
	"minutes" integer NOT NULL,
	"rule" text,
	"until" text NOT NULL,
	"place" text,
	"address" text,
	"with_whom" text,
	"interpreter" text NOT NULL,
	"interpreter_language" text,
	"bring" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_key" text,
	"revision" integer NOT NULL,
	"cancelled_at" bigint,
	"cancel_reason" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_members" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_on" text NOT NULL,
	"until" text,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agenda_answers" ADD CONSTRAINT "agenda_answers_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_answers" ADD CONSTRAINT "agenda_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_attendance" ADD CONSTRAINT "agenda_attendance_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_attendance" ADD CONSTRAINT "agenda_attendance_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_exceptions" ADD CONSTRAINT "agenda_exceptions_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_cohort_id_agenda_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."agenda_cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_members" ADD CONSTRAINT "agenda_members_cohort_id_agenda_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."agenda_cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_members" ADD CONSTRAINT "agenda_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_answers_number" ON "agenda_answers" USING btree ("item_id","occurrence_on","person_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_answers_key" ON "agenda_answers" USING btree ("person_id","key");--> statement-breakpoint
CREATE INDEX "agenda_answers_person" ON "agenda_answers" USING btree ("person_id","occurrence_on");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_attendance_number" ON "agenda_attendance" USING btree ("item_id","occurrence_on","person_id","number");--> statement-breakpoint
CREATE INDEX "agenda_attendance_person" ON "agenda_attendance" USING btree ("person_id","occurrence_on");--> statement-breakpoint
CREATE INDEX "agenda_cohorts_gemeente" ON "agenda_cohorts" USING btree ("gemeentecode","name");--> statement-breakpoint
CREATE INDEX "agenda_exceptions_day" ON "agenda_exceptions" USING btree ("starts_on");--> statement-breakpoint
CREATE INDEX "agenda_items_person" ON "agenda_items" USING btree ("person_id","until");--> statement-breakpoint
CREATE INDEX "agenda_items_cohort" ON "agenda_items" USING btree ("cohort_id","until");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_source" ON "agenda_items" USING btree ("source_key");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_members_once" ON "agenda_members" USING btree ("cohort_id","person_id","from_on");--> statement-breakpoint
CREATE INDEX "agenda_members_person" ON "agenda_members" USING btree ("person_id");
--> statement-breakpoint
CREATE TRIGGER agenda_answers_stay BEFORE UPDATE OR DELETE ON agenda_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agenda_answers_not_emptied BEFORE TRUNCATE ON agenda_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agenda_attendance_stay BEFORE UPDATE OR DELETE ON agenda_attendance FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agenda_attendance_not_emptied BEFORE TRUNCATE ON agenda_attendance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

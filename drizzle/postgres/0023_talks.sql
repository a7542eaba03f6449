CREATE TABLE "talk_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"person_id" text NOT NULL,
	"question" text NOT NULL,
	"number" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talk_remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"words_sealed" text,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"key" text NOT NULL,
	"said_by" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talk_report_drafts" (
	"item_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"content_sealed" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talk_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"person_id" text NOT NULL,
	"version" integer NOT NULL,
	"held_on" text NOT NULL,
	"content_sealed" text NOT NULL,
	"from_revision" integer NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talk_answers" ADD CONSTRAINT "talk_answers_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_answers" ADD CONSTRAINT "talk_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_remarks" ADD CONSTRAINT "talk_remarks_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_remarks" ADD CONSTRAINT "talk_remarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_report_drafts" ADD CONSTRAINT "talk_report_drafts_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_report_drafts" ADD CONSTRAINT "talk_report_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_reports" ADD CONSTRAINT "talk_reports_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_reports" ADD CONSTRAINT "talk_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "talk_answers_number" ON "talk_answers" USING btree ("item_id","question","number");--> statement-breakpoint
CREATE UNIQUE INDEX "talk_answers_key" ON "talk_answers" USING btree ("person_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "talk_remarks_number" ON "talk_remarks" USING btree ("item_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "talk_remarks_key" ON "talk_remarks" USING btree ("person_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "talk_reports_version" ON "talk_reports" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "talk_reports_person" ON "talk_reports" USING btree ("person_id","held_on");--> statement-breakpoint
CREATE TRIGGER talk_answers_stays BEFORE UPDATE OR DELETE ON talk_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER talk_answers_not_emptied BEFORE TRUNCATE ON talk_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER talk_reports_stays BEFORE UPDATE OR DELETE ON talk_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER talk_reports_not_emptied BEFORE TRUNCATE ON talk_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER talk_remarks_stays BEFORE UPDATE OR DELETE ON talk_remarks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER talk_remarks_not_emptied BEFORE TRUNCATE ON talk_remarks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

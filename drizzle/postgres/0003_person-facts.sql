CREATE TABLE "groep_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"from_detail" text NOT NULL,
	"to_detail" text NOT NULL,
	"changed_on" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "first_dagtekening_on" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "groep_changes" ADD CONSTRAINT "groep_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "groep_changes_person" ON "groep_changes" USING btree ("person_id","changed_at");--> statement-breakpoint
-- The history of the groep is only ever added to.
CREATE TRIGGER groep_changes_stay BEFORE UPDATE OR DELETE ON groep_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER groep_changes_not_emptied BEFORE TRUNCATE ON groep_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "course_files" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"lines_sealed" text NOT NULL,
	"read_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"replaces" text,
	"school" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" text NOT NULL,
	"until" text NOT NULL,
	"attended_minutes" integer NOT NULL,
	"excused_minutes" integer,
	"unexcused_minutes" integer,
	"source" text NOT NULL,
	"source_text" text NOT NULL,
	"source_on" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "course_lines" ADD CONSTRAINT "course_lines_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "course_files_read" ON "course_files" USING btree ("read_at");--> statement-breakpoint
CREATE UNIQUE INDEX "course_lines_person" ON "course_lines" USING btree ("person_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "course_lines_replaces" ON "course_lines" USING btree ("replaces");--> statement-breakpoint
CREATE TRIGGER course_lines_stay BEFORE UPDATE OR DELETE ON course_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER course_lines_not_emptied BEFORE TRUNCATE ON course_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "goal_progress" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"part_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"state_on" text,
	"new_day_on" text,
	"instead_of_on" text,
	"new_day_reason" text,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "goal_progress" ADD CONSTRAINT "goal_progress_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "goal_progress_part" ON "goal_progress" USING btree ("person_id","part_id","number");--> statement-breakpoint
CREATE TRIGGER goal_progress_stays BEFORE UPDATE OR DELETE ON goal_progress FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER goal_progress_not_emptied BEFORE TRUNCATE ON goal_progress FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "waiting_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"slot" text NOT NULL,
	"number" integer NOT NULL,
	"waits_for" text NOT NULL,
	"ball" text NOT NULL,
	"since_on" text NOT NULL,
	"expected_on" text,
	"ended_on" text,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "waiting_lines" ADD CONSTRAINT "waiting_lines_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_lines_slot" ON "waiting_lines" USING btree ("person_id","slot","number");--> statement-breakpoint
CREATE TRIGGER waiting_lines_stay BEFORE UPDATE OR DELETE ON waiting_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER waiting_lines_not_emptied BEFORE TRUNCATE ON waiting_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

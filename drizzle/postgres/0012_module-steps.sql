CREATE TABLE "module_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"slot" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"part" text,
	"outcome" text,
	"happened_on" text,
	"with_whom" text,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "module_steps" ADD CONSTRAINT "module_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "module_steps_slot" ON "module_steps" USING btree ("person_id","slot","number");--> statement-breakpoint
CREATE TRIGGER module_steps_stay BEFORE UPDATE OR DELETE ON module_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER module_steps_not_emptied BEFORE TRUNCATE ON module_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

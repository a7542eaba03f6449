CREATE TABLE "duo_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"hours" integer NOT NULL,
	"bekend_tot" text NOT NULL,
	"reported_on" text NOT NULL,
	"way" text NOT NULL,
	"lower_reason" text,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "duo_reports" ADD CONSTRAINT "duo_reports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duo_reports_kind" ON "duo_reports" USING btree ("person_id","kind","number");--> statement-breakpoint
CREATE TRIGGER duo_reports_stay BEFORE UPDATE OR DELETE ON duo_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duo_reports_not_emptied BEFORE TRUNCATE ON duo_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

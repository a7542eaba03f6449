CREATE TABLE "readings" (
	"pip_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"first_read_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "understandings" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"pip_id" text NOT NULL,
	"agreement_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text
);
--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_pip_id_pips_id_fk" FOREIGN KEY ("pip_id") REFERENCES "public"."pips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "understandings" ADD CONSTRAINT "understandings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "understandings" ADD CONSTRAINT "understandings_pip_id_pips_id_fk" FOREIGN KEY ("pip_id") REFERENCES "public"."pips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "readings_person" ON "readings" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "understandings_agreement" ON "understandings" USING btree ("person_id","agreement_id");--> statement-breakpoint
CREATE INDEX "understandings_waiting" ON "understandings" USING btree ("settled_at","at");
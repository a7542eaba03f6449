CREATE TABLE "planned_talks" (
	"person_id" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"held_on" text NOT NULL,
	"starts_at" text NOT NULL,
	"place" text NOT NULL,
	"interpreter" text NOT NULL,
	"interpreter_language" text,
	"late_reason_sealed" text,
	"planning" integer NOT NULL,
	"planned_by" text NOT NULL,
	"planned_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sending_choices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"chosen_on" text NOT NULL,
	"at_desk" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sendings" (
	"pip_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"way" text NOT NULL,
	"sent_on" text,
	"confirmed_by" text,
	"confirmed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "pip_drafts" ADD COLUMN "saved_from" text;--> statement-breakpoint
ALTER TABLE "planned_talks" ADD CONSTRAINT "planned_talks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sending_choices" ADD CONSTRAINT "sending_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sendings" ADD CONSTRAINT "sendings_pip_id_pips_id_fk" FOREIGN KEY ("pip_id") REFERENCES "public"."pips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sendings" ADD CONSTRAINT "sendings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "planned_talks_held" ON "planned_talks" USING btree ("held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "sending_choices_person" ON "sending_choices" USING btree ("person_id","kind","number");--> statement-breakpoint
CREATE INDEX "sendings_waiting" ON "sendings" USING btree ("sent_on");--> statement-breakpoint
CREATE INDEX "sendings_person" ON "sendings" USING btree ("person_id");
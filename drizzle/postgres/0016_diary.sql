CREATE TABLE "call_wishes" (
	"person_id" text PRIMARY KEY NOT NULL,
	"asked_at" bigint NOT NULL,
	"called_on" text,
	"called_by" text
);
--> statement-breakpoint
CREATE TABLE "diary_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"content_sealed" text NOT NULL,
	"shared_at" bigint,
	"shares_words" boolean NOT NULL,
	"revision" integer NOT NULL,
	"written_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nudge_answers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"answered_on" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "call_wishes" ADD CONSTRAINT "call_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diary_lines" ADD CONSTRAINT "diary_lines_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge_answers" ADD CONSTRAINT "nudge_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_wishes_waiting" ON "call_wishes" USING btree ("called_on","asked_at");--> statement-breakpoint
CREATE INDEX "diary_lines_person" ON "diary_lines" USING btree ("person_id","written_at");--> statement-breakpoint
CREATE INDEX "hour_entries_person_received" ON "hour_entries" USING btree ("person_id","received_at");
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"shows_content" boolean NOT NULL,
	"languages" text NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "timetable_files" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"lines_sealed" text NOT NULL,
	"read_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "timetable_lines" (
	"item_id" text PRIMARY KEY NOT NULL,
	"timetable_id" text NOT NULL,
	"said" jsonb NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "timetables" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timetable_lines" ADD CONSTRAINT "timetable_lines_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timetable_lines" ADD CONSTRAINT "timetable_lines_timetable_id_timetables_id_fk" FOREIGN KEY ("timetable_id") REFERENCES "public"."timetables"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "timetable_files_read" ON "timetable_files" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "timetable_lines_timetable" ON "timetable_lines" USING btree ("timetable_id");--> statement-breakpoint
CREATE UNIQUE INDEX "timetables_name" ON "timetables" USING btree ("owner_id","name_key");
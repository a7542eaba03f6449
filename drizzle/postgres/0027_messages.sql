CREATE TABLE "absences" (
	"account_id" text PRIMARY KEY NOT NULL,
	"until_on" text NOT NULL,
	"replaced_by" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"message_id" text,
	"letter_id" text,
	"content_type" text NOT NULL,
	"byte_count" integer NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"page_count" integer,
	"stored_at" bigint NOT NULL,
	"scan" text,
	"scanned_at" bigint,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"action" text NOT NULL,
	"do_on" text,
	"do_at" text,
	"place" text,
	"paper" text,
	"words_sealed" text,
	"published_by" text NOT NULL,
	"published_at" bigint NOT NULL,
	"read_at" bigint,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "message_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"topic" text NOT NULL,
	"letter_id" text,
	"opened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"sender" text NOT NULL,
	"words_sealed" text NOT NULL,
	"language" text NOT NULL,
	"dutch_sealed" text,
	"dutch_by" text,
	"dutch_at" bigint,
	"sent_by" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"read_at" bigint,
	"settled_at" bigint,
	"settled_by" text
);
--> statement-breakpoint
ALTER TABLE "call_wishes" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "call_wishes" ADD COLUMN "day_part" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "call_wishes" ADD COLUMN "tried_on" text;--> statement-breakpoint
ALTER TABLE "call_wishes" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_threads" ADD CONSTRAINT "message_threads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_threads" ADD CONSTRAINT "message_threads_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_message_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."message_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_replaced_by" ON "absences" USING btree ("replaced_by","until_on");--> statement-breakpoint
CREATE INDEX "attachments_message" ON "attachments" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "attachments_letter" ON "attachments" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "attachments_scan" ON "attachments" USING btree ("scan");--> statement-breakpoint
CREATE INDEX "letters_person" ON "letters" USING btree ("person_id","published_at");--> statement-breakpoint
CREATE INDEX "message_threads_person" ON "message_threads" USING btree ("person_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_number" ON "messages" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("person_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("sender","settled_at","sent_at");
CREATE TABLE "recordings" (
	"id" text PRIMARY KEY NOT NULL,
	"text_hash" text NOT NULL,
	"language" text NOT NULL,
	"person_id" text,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"seconds" integer,
	"recorded_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "translation_drafts" (
	"link_id" text NOT NULL,
	"place" text NOT NULL,
	"dutch_hash" text NOT NULL,
	"text" text NOT NULL,
	"back_translation" text,
	"note" text,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "translation_drafts_link_id_place_pk" PRIMARY KEY("link_id","place")
);
--> statement-breakpoint
CREATE TABLE "translation_links" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"language" text NOT NULL,
	"role" text NOT NULL,
	"given_to" text NOT NULL,
	"places" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"browser_hash" text,
	"opened_at" bigint,
	"sent_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "translations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"language" text NOT NULL,
	"place" text NOT NULL,
	"dutch_hash" text NOT NULL,
	"dutch" text NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"back_translation" text,
	"note" text,
	"doubt" text,
	"translator_link_id" text,
	"translator" text NOT NULL,
	"reader_link_id" text,
	"reader" text,
	"approved_by" text,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_drafts" ADD CONSTRAINT "translation_drafts_link_id_translation_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."translation_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_links" ADD CONSTRAINT "translation_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recordings_text" ON "recordings" USING btree ("text_hash","language");--> statement-breakpoint
CREATE UNIQUE INDEX "translation_links_token" ON "translation_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "translation_links_person" ON "translation_links" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "translations_dutch" ON "translations" USING btree ("person_id","language","dutch_hash");
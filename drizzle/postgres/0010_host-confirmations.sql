CREATE TABLE "host_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"link_id" text,
	"poster_id" text,
	"verdict" text NOT NULL,
	"minutes" integer,
	"by_sealed" text,
	"said_on" text NOT NULL,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "host_guesses" (
	"about" text NOT NULL,
	"tried_on" text NOT NULL,
	"wrong" integer NOT NULL,
	CONSTRAINT "host_guesses_about_tried_on_pk" PRIMARY KEY("about","tried_on")
);
--> statement-breakpoint
CREATE TABLE "host_lines" (
	"link_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "host_lines_link_id_entry_id_pk" PRIMARY KEY("link_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "host_links" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"revoked_at" bigint,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "host_posters" (
	"id" text PRIMARY KEY NOT NULL,
	"gemeentecode" text NOT NULL,
	"organisation" text NOT NULL,
	"token_hash" text NOT NULL,
	"secret_sealed" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
ALTER TABLE "host_answers" ADD CONSTRAINT "host_answers_entry_id_hour_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_answers" ADD CONSTRAINT "host_answers_link_id_host_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."host_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_answers" ADD CONSTRAINT "host_answers_poster_id_host_posters_id_fk" FOREIGN KEY ("poster_id") REFERENCES "public"."host_posters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_lines" ADD CONSTRAINT "host_lines_link_id_host_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."host_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_lines" ADD CONSTRAINT "host_lines_entry_id_hour_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_links" ADD CONSTRAINT "host_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "host_answers_link" ON "host_answers" USING btree ("entry_id","link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "host_answers_poster" ON "host_answers" USING btree ("entry_id","poster_id");--> statement-breakpoint
CREATE INDEX "host_lines_entry" ON "host_lines" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "host_links_token" ON "host_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "host_links_person" ON "host_links" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "host_posters_token" ON "host_posters" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "host_posters_gemeente" ON "host_posters" USING btree ("gemeentecode","created_at");--> statement-breakpoint
CREATE TRIGGER host_lines_stays BEFORE UPDATE OR DELETE ON host_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER host_lines_not_emptied BEFORE TRUNCATE ON host_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER host_answers_stays BEFORE UPDATE OR DELETE ON host_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER host_answers_not_emptied BEFORE TRUNCATE ON host_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

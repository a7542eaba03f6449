CREATE TABLE "hour_sample_looks" (
	"event_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"looked_by" text NOT NULL,
	"looked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hour_samples" (
	"event_id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"decided_by" text NOT NULL,
	"drawn_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "desk_keys" boolean;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD COLUMN "made_at" bigint;--> statement-breakpoint
ALTER TABLE "hour_events" ADD COLUMN "undoes" integer;--> statement-breakpoint
ALTER TABLE "hour_sample_looks" ADD CONSTRAINT "hour_sample_looks_event_id_hour_samples_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."hour_samples"("event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_samples" ADD CONSTRAINT "hour_samples_event_id_hour_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."hour_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_samples" ADD CONSTRAINT "hour_samples_entry_id_hour_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."hour_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hour_samples_drawn" ON "hour_samples" USING btree ("drawn_at");--> statement-breakpoint
CREATE INDEX "hour_samples_entry" ON "hour_samples" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "hour_events_actor" ON "hour_events" USING btree ("actor","at");--> statement-breakpoint
CREATE TRIGGER hour_samples_stay BEFORE UPDATE OR DELETE ON hour_samples FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_samples_not_emptied BEFORE TRUNCATE ON hour_samples FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_sample_looks_stay BEFORE UPDATE OR DELETE ON hour_sample_looks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_sample_looks_not_emptied BEFORE TRUNCATE ON hour_sample_looks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

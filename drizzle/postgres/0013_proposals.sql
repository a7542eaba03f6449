CREATE TABLE "proposal_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_events" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"note_sealed" text,
	"actor" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"activity" text NOT NULL,
	"organisation" text NOT NULL,
	"starts_on" text NOT NULL,
	"hours_per_week" integer NOT NULL,
	"dutch_spoken" text NOT NULL,
	"together" text NOT NULL,
	"note_sealed" text,
	"state" text NOT NULL,
	"ended_on" text,
	"events" integer NOT NULL,
	"received_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hour_entries" ADD COLUMN "proposal_id" text;--> statement-breakpoint
ALTER TABLE "proposal_drafts" ADD CONSTRAINT "proposal_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_events" ADD CONSTRAINT "proposal_events_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_events" ADD CONSTRAINT "proposal_events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_drafts_person" ON "proposal_drafts" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_events_proposal" ON "proposal_events" USING btree ("proposal_id","number");--> statement-breakpoint
CREATE INDEX "proposals_person" ON "proposals" USING btree ("person_id","received_at");--> statement-breakpoint
CREATE INDEX "proposals_state" ON "proposals" USING btree ("state","changed_at");--> statement-breakpoint
CREATE TRIGGER proposal_events_stay BEFORE UPDATE OR DELETE ON proposal_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER proposal_events_not_emptied BEFORE TRUNCATE ON proposal_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

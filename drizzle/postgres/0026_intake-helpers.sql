CREATE TABLE "helpers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name_sealed" text NOT NULL,
	"sees" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"ended_at" bigint,
	"link_number" integer NOT NULL,
	"link_hash" text NOT NULL,
	"link_ends_at" bigint NOT NULL,
	"entered_at" bigint,
	"secret_hash" text
);
--> statement-breakpoint
CREATE TABLE "intake_health" (
	"person_id" text PRIMARY KEY NOT NULL,
	"words_sealed" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"number" integer NOT NULL,
	"content_sealed" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "speaks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "helpers" ADD CONSTRAINT "helpers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_health" ADD CONSTRAINT "intake_health_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "helpers_link" ON "helpers" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "helpers_person" ON "helpers" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "intakes_number" ON "intakes" USING btree ("person_id","number");--> statement-breakpoint
CREATE TRIGGER intakes_stays BEFORE UPDATE OR DELETE ON intakes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER intakes_not_emptied BEFORE TRUNCATE ON intakes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

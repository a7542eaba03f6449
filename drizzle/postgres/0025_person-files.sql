CREATE TABLE "person_files" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"lines_sealed" text NOT NULL,
	"read_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "speaks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "reads" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "other_languages" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "can_read" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "situations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "household_id" text;--> statement-breakpoint
CREATE INDEX "person_files_read" ON "person_files" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "people_born" ON "people" USING btree ("born_on");--> statement-breakpoint
CREATE INDEX "people_household" ON "people" USING btree ("household_id");
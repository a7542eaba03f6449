CREATE TABLE "parcels" (
	"id" text NOT NULL,
	"sealed_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"length" integer NOT NULL,
	"outcome" jsonb NOT NULL,
	"taken_at" bigint NOT NULL,
	CONSTRAINT "parcels_id_sealed_hash_pk" PRIMARY KEY("id","sealed_hash")
);
--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parcels_person" ON "parcels" USING btree ("person_id","taken_at");
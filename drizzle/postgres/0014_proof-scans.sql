ALTER TABLE "proofs" ADD COLUMN "scan" text;--> statement-breakpoint
ALTER TABLE "proofs" ADD COLUMN "scanned_at" bigint;--> statement-breakpoint
ALTER TABLE "proofs" ADD COLUMN "removed_at" bigint;--> statement-breakpoint
CREATE INDEX "proofs_scan" ON "proofs" USING btree ("scan");
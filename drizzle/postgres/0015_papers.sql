ALTER TABLE "proofs" ALTER COLUMN "width" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "proofs" ALTER COLUMN "height" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "proofs" ADD COLUMN "page_count" integer;
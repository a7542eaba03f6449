ALTER TABLE "accounts" ADD COLUMN "language_mode" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "language_top" text;
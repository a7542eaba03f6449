ALTER TABLE "accounts" ADD COLUMN "partner_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "activity" text;
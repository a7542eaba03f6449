-- Lines of the audit chain, lines of the hours ledger and published plans are only ever added.
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hour_events_stay BEFORE UPDATE ON hour_events BEGIN SELECT RAISE(ABORT, 'hour_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hour_events_kept BEFORE DELETE ON hour_events BEGIN SELECT RAISE(ABORT, 'hour_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER pips_stay BEFORE UPDATE ON pips BEGIN SELECT RAISE(ABORT, 'pips is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER pips_kept BEFORE DELETE ON pips BEGIN SELECT RAISE(ABORT, 'pips is append-only'); END;

DROP INDEX `mentions_shown`;--> statement-breakpoint
CREATE INDEX `mentions_newest` ON `mentions` (`article_id`,`state`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_age` ON `mentions` (`state`,`asked_at`);--> statement-breakpoint
CREATE INDEX `mentions_sources` ON `mentions` (`host`,`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `mentions_shown` ON `mentions` (`article_id`,`state`,`kind`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `outgoing_mentions_age` ON `outgoing_mentions` (`state`,`tried_at`);
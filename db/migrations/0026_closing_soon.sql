CREATE INDEX `articles_closes_at` ON `articles` (`discussion_closes_at`) WHERE "articles"."discussion_closes_at" is not null;--> statement-breakpoint
CREATE INDEX `articles_own_days` ON `articles` (`discussion_close_after_days`,`publish_at`) WHERE "articles"."discussion_close_after_days" is not null;--> statement-breakpoint
CREATE INDEX `articles_renewed` ON `articles` (`renewed_at`) WHERE "articles"."renewed_at" is not null;--> statement-breakpoint
CREATE INDEX `articles_commented` ON `articles` (`last_comment_at`) WHERE "articles"."last_comment_at" is not null;
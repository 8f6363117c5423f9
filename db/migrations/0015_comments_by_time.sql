DROP INDEX `comments_queue`;--> statement-breakpoint
DROP INDEX `comments_article_queue`;--> statement-breakpoint
DROP INDEX `comments_email`;--> statement-breakpoint
DROP INDEX `comments_reader`;--> statement-breakpoint
CREATE INDEX `comments_queue` ON `comments` (`state`,`created_at`,`id`,`article_id`);--> statement-breakpoint
CREATE INDEX `comments_article_queue` ON `comments` (`article_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_email` ON `comments` (`email`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `comments_reader` ON `comments` (`reader_id`,`state`,`created_at`,`id`);
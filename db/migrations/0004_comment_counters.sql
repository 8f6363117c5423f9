DROP INDEX `comments_parent`;--> statement-breakpoint
ALTER TABLE `comments` ADD `reply_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `thread_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_parent` ON `comments` (`parent_id`,`shown`,`id`);--> statement-breakpoint
ALTER TABLE `articles` ADD `last_comment_at` integer;
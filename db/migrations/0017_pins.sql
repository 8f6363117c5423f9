ALTER TABLE `comments` ADD `pinned_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `highlighted_at` integer;--> statement-breakpoint
CREATE INDEX `comments_pinned` ON `comments` (`article_id`,`pinned_at`) WHERE "comments"."pinned_at" is not null;
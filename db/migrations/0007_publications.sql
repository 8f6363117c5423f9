CREATE TABLE `publications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`publish_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_pair` ON `publications` (`article_id`,`revision_id`);--> statement-breakpoint
ALTER TABLE `links` ADD `target_slug` text;--> statement-breakpoint
CREATE INDEX `links_slug` ON `links` (`target_slug`);--> statement-breakpoint
CREATE INDEX `articles_desk_owner_state` ON `articles` (`owner_id`,`state`,`publish_at`,`id`);
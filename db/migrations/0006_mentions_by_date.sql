-- SQLite adds no required column to a table with rows: the table is made anew
CREATE TABLE `__new_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`position` integer NOT NULL,
	`href` text NOT NULL,
	`target_article_id` integer,
	`quote` text NOT NULL,
	`publish_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`target_article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_links` SELECT `links`.`id`, `article_id`, `revision_id`, `position`, `href`, `target_article_id`, `quote`, `articles`.`publish_at` FROM `links` JOIN `articles` ON `articles`.`id` = `links`.`article_id` AND `articles`.`publish_at` IS NOT NULL;--> statement-breakpoint
DROP TABLE `links`;--> statement-breakpoint
ALTER TABLE `__new_links` RENAME TO `links`;--> statement-breakpoint
CREATE INDEX `links_article` ON `links` (`article_id`);--> statement-breakpoint
CREATE INDEX `links_target` ON `links` (`target_article_id`,`publish_at`,`article_id`,`position`);

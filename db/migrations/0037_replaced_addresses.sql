ALTER TABLE `replaced_articles` ADD `slug_before` text;--> statement-breakpoint
ALTER TABLE `replaced_articles` ADD `slug_after` text;
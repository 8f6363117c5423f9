CREATE TABLE `replaced_articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`replacement_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`state` text DEFAULT 'found' NOT NULL,
	`hits` integer NOT NULL,
	`skipped` text NOT NULL,
	`warnings` text NOT NULL,
	`draft_before` integer NOT NULL,
	`published_before` integer,
	`draft_after` integer,
	`published_after` integer,
	FOREIGN KEY (`replacement_id`) REFERENCES `replacements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `replaced_articles_pair` ON `replaced_articles` (`replacement_id`,`article_id`);--> statement-breakpoint
CREATE INDEX `replaced_articles_article` ON `replaced_articles` (`article_id`);--> statement-breakpoint
CREATE TABLE `replacements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer,
	`actor` text NOT NULL,
	`query` text NOT NULL,
	`article_id` integer,
	`owner_id` integer,
	`state` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`looked` integer DEFAULT 0 NOT NULL,
	`articles` integer DEFAULT 0 NOT NULL,
	`hits` integer DEFAULT 0 NOT NULL,
	`guarded` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`restored` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`applied_at` integer,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `replacements_account` ON `replacements` (`account_id`,`id`);--> statement-breakpoint
CREATE INDEX `replacements_article` ON `replacements` (`article_id`);
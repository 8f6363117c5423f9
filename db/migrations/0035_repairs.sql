CREATE TABLE `repairs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`account_id` integer,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`places` integer NOT NULL,
	`draft_before` integer,
	`published_before` integer,
	`draft_after` integer,
	`published_after` integer,
	`decided_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `repairs_article` ON `repairs` (`article_id`);--> statement-breakpoint
CREATE INDEX `repairs_account` ON `repairs` (`account_id`,`id`);--> statement-breakpoint
CREATE TABLE `skipped_mends` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`repair_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`check` text NOT NULL,
	`field` text NOT NULL,
	`quote` text NOT NULL,
	`context` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `skipped_mends_article` ON `skipped_mends` (`article_id`);--> statement-breakpoint
CREATE INDEX `skipped_mends_repair` ON `skipped_mends` (`repair_id`);--> statement-breakpoint
CREATE INDEX `mentions_unverified` ON `mentions` (`article_id`,`state`,`id`) WHERE "mentions"."verified_at" is null;
CREATE TABLE `waivers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`check` text NOT NULL,
	`field` text NOT NULL,
	`quote` text NOT NULL,
	`context` text NOT NULL,
	`reason` text NOT NULL,
	`account_id` integer,
	`actor` text NOT NULL,
	`waived_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `waivers_article` ON `waivers` (`article_id`,`ended_at`,`id`);
CREATE TABLE `mentions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`source` text NOT NULL,
	`host` text NOT NULL,
	`target` text NOT NULL,
	`protocol` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`reasons` text NOT NULL,
	`failure` text DEFAULT '' NOT NULL,
	`author_name` text DEFAULT '' NOT NULL,
	`author_url` text DEFAULT '' NOT NULL,
	`author_photo` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`excerpt` text DEFAULT '' NOT NULL,
	`published_at` integer,
	`received_at` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`verified_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`decided_at` integer,
	`address_hash` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_pair` ON `mentions` (`article_id`,`source`);--> statement-breakpoint
CREATE INDEX `mentions_shown` ON `mentions` (`article_id`,`state`,`kind`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_article` ON `mentions` (`article_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_queue` ON `mentions` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_host` ON `mentions` (`host`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_host_asked` ON `mentions` (`host`,`asked_at`);--> statement-breakpoint
CREATE INDEX `mentions_address` ON `mentions` (`address_hash`,`asked_at`);
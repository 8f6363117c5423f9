CREATE TABLE `outgoing_mentions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`target` text NOT NULL,
	`host` text NOT NULL,
	`state` text NOT NULL,
	`wanted` integer NOT NULL,
	`told` integer,
	`begun` integer,
	`source` text,
	`protocol` text,
	`endpoint` text DEFAULT '' NOT NULL,
	`status` integer,
	`status_url` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`due_at` integer,
	`leased_until` integer,
	`tried_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outgoing_mentions_pair` ON `outgoing_mentions` (`article_id`,`target`);--> statement-breakpoint
CREATE INDEX `outgoing_mentions_due` ON `outgoing_mentions` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `outgoing_mentions_state` ON `outgoing_mentions` (`state`,`id`);
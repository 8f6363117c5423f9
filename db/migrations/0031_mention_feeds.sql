CREATE TABLE `mention_feeds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`key_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mention_feeds_account` ON `mention_feeds` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mention_feeds_key` ON `mention_feeds` (`key_hash`);
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`comment_id` integer NOT NULL,
	`address_hash` text,
	`reason` text NOT NULL,
	`text` text NOT NULL,
	`open` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`comment_id`,`address_hash`);--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`open`,`comment_id`);--> statement-breakpoint
CREATE INDEX `reports_address_time` ON `reports` (`address_hash`,`created_at`);
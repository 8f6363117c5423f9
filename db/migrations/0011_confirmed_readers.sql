CREATE TABLE `reader_sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`reader_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`reader_id`) REFERENCES `readers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reader_sessions_token` ON `reader_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `reader_sessions_reader` ON `reader_sessions` (`reader_id`);--> statement-breakpoint
CREATE INDEX `reader_sessions_expiry` ON `reader_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `readers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`confirmed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `readers_email` ON `readers` (`email`);--> statement-breakpoint
ALTER TABLE `comments` ADD `reader_id` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `edits` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `comments` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `comments` ADD `withdrawn_at` integer;--> statement-breakpoint
CREATE INDEX `comments_reader` ON `comments` (`reader_id`,`state`);--> statement-breakpoint
-- One mailbox, however it was typed.
UPDATE `comments` SET email = lower(email) WHERE email <> lower(email);

CREATE TABLE `bans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`pattern` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bans_pattern` ON `bans` (`kind`,`pattern`);--> statement-breakpoint
CREATE INDEX `bans_end` ON `bans` (`ends_at`,`id`);--> statement-breakpoint
CREATE TABLE `lists` (
	`name` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rules_version` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);

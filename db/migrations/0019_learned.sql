CREATE TABLE `learned` (
	`id` integer PRIMARY KEY NOT NULL,
	`model` text NOT NULL,
	`learned_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `comments_decided` ON `comments` (`decided_at`) WHERE "comments"."decided_at" is not null;
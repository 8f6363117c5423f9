CREATE TABLE `public_names` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`keyphrase` text NOT NULL,
	`publish_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `public_names_title` ON `public_names` (`title`,`publish_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `public_names_keyphrase` ON `public_names` (`keyphrase`,`publish_at`,`article_id`);--> statement-breakpoint
CREATE TABLE `score_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`day` text NOT NULL,
	`articles` integer NOT NULL,
	`total` integer NOT NULL,
	`search` integer,
	`readability` integer,
	`integrity` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `score_days_day` ON `score_days` (`day`);--> statement-breakpoint
CREATE TABLE `score_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`key` text NOT NULL,
	`total` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `score_keys_list` ON `score_keys` (`key`,`total`,`article_id`);--> statement-breakpoint
CREATE INDEX `score_keys_article` ON `score_keys` (`article_id`,`key`);--> statement-breakpoint
CREATE TABLE `score_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor` text NOT NULL,
	`rules_version` integer NOT NULL,
	`state` text NOT NULL,
	`cursor` integer NOT NULL,
	`articles` integer NOT NULL,
	`seen` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`ordered_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `score_runs_state` ON `score_runs` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `score_work` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL,
	`public_at` integer,
	`due_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `score_work_due` ON `score_work` (`due_at`,`article_id`) WHERE "score_work"."due_at" is not null;--> statement-breakpoint
CREATE TABLE `scores` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`revision_id` integer NOT NULL,
	`total` integer NOT NULL,
	`search` integer,
	`readability` integer,
	`integrity` integer,
	`rules_version` integer NOT NULL,
	`requires_credit` integer NOT NULL,
	`input_hash` text NOT NULL,
	`scored_at` integer NOT NULL,
	`checks` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`revision_id`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scores_pair` ON `scores` (`article_id`,`revision_id`);--> statement-breakpoint
CREATE INDEX `scores_revision` ON `scores` (`revision_id`);--> statement-breakpoint
ALTER TABLE `articles` ADD `score_showing` text;
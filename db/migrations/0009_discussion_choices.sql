CREATE TABLE `closing_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`person_id` integer,
	`name` text NOT NULL,
	`written_at` integer NOT NULL,
	`rendered_by` integer NOT NULL,
	`source` text NOT NULL,
	`html` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `closing_notes_article` ON `closing_notes` (`article_id`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer,
	`actor` text NOT NULL,
	`order` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`restored` integer DEFAULT 0 NOT NULL,
	`ordered_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
DROP INDEX `articles_following`;--> statement-breakpoint
ALTER TABLE `articles` ADD `renewed_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `discussion_reopens_at` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `discussion_threads` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `discussion_replies` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `discussion_mentions` text;--> statement-breakpoint
CREATE INDEX `articles_following` ON `articles` (`discussion`,`state`,`publish_at`,`renewed_at`,`last_comment_at`);--> statement-breakpoint
ALTER TABLE `comments` ADD `after_closing` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `audit` ADD `batch_id` integer;--> statement-breakpoint
CREATE INDEX `audit_batch` ON `audit` (`batch_id`,`id`);--> statement-breakpoint
-- Until now every update counted.
UPDATE `articles` SET `renewed_at` = `revised_at`;

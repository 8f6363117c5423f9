PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_articles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`first_published_at` integer,
	`revised_at` integer,
	`discussion` text DEFAULT 'inherit' NOT NULL,
	`discussion_closes_at` integer,
	`discussion_close_after_days` integer,
	`discussion_changed_at` integer,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`published_revision_id` integer,
	`draft_revision_id` integer,
	`owner_id` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_articles`("id", "slug", "state", "publish_at", "first_published_at", "revised_at", "discussion", "discussion_closes_at", "discussion_close_after_days", "discussion_changed_at", "comment_count", "published_revision_id", "draft_revision_id", "owner_id", "created_at", "updated_at") SELECT "id", "slug", "state", "publish_at", "first_published_at", "revised_at", "discussion", "discussion_closes_at", "discussion_close_after_days", "discussion_changed_at", "comment_count", "published_revision_id", "draft_revision_id", "owner_id", "created_at", "updated_at" FROM `articles`;--> statement-breakpoint
DROP TABLE `articles`;--> statement-breakpoint
ALTER TABLE `__new_articles` RENAME TO `articles`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_public` ON `articles` (`state`,`publish_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_desk` ON `articles` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_desk_state` ON `articles` (`state`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_desk_owner` ON `articles` (`owner_id`,`updated_at`,`id`);
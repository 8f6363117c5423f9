CREATE TABLE `outside_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`href` text NOT NULL,
	`host` text NOT NULL,
	`state` text DEFAULT 'unknown' NOT NULL,
	`moved_to` text DEFAULT '' NOT NULL,
	`checked_at` integer,
	`looks` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`wanted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outside_links_href` ON `outside_links` (`href`);--> statement-breakpoint
CREATE INDEX `outside_links_due` ON `outside_links` (`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `links_href` ON `links` (`href`);
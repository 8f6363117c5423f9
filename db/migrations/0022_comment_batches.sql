ALTER TABLE `batches` ADD `about` text DEFAULT 'discussions' NOT NULL;--> statement-breakpoint
CREATE INDEX `batches_about` ON `batches` (`about`,`id`);
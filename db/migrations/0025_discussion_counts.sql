ALTER TABLE `confirmations` ADD `mailbox` text;--> statement-breakpoint
ALTER TABLE `confirmations` ADD `mail_host` text;--> statement-breakpoint
CREATE INDEX `confirmations_mailbox` ON `confirmations` (`mailbox`,`created_at`);--> statement-breakpoint
CREATE INDEX `confirmations_host` ON `confirmations` (`mail_host`,`created_at`);--> statement-breakpoint
ALTER TABLE `reports` ADD `held_at` integer;--> statement-breakpoint
CREATE INDEX `reports_held` ON `reports` (`open`,`held_at`);--> statement-breakpoint
CREATE INDEX `notices_told` ON `notices` (`told_at`);
CREATE TABLE `spent_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spent_proofs_begun` ON `spent_proofs` (`begun_at`);
ALTER TABLE `publications` ADD `renewed_at` integer;--> statement-breakpoint
-- What the journal says of the revisions that took the place of others.
UPDATE `publications` SET `renewed_at` = (
	SELECT min(audit.at) FROM `audit`
	WHERE audit.subject = 'article:' || publications.article_id
	AND json_extract(audit.after, '$.revisionId') = publications.revision_id
	AND json_extract(audit.after, '$.isSmall') = 0
);

-- Every revision that is public, was published according to the journal, or was commented on.
INSERT OR IGNORE INTO `publications` (`article_id`, `revision_id`, `publish_at`)
SELECT r.article_id, r.id, coalesce(a.publish_at, r.created_at) FROM `revisions` r JOIN `articles` a ON a.id = r.article_id
WHERE r.id IN (
	SELECT published_revision_id FROM `articles`
	UNION SELECT json_extract(after, '$.revisionId') FROM `audit` WHERE verb IN ('article.publish', 'article.update', 'article.schedule')
	UNION SELECT revision_id FROM `comments`
);--> statement-breakpoint
-- The slug in `/articles/SLUG`, with whatever may follow it.
UPDATE `links` SET target_slug = substr(href, 11, length(href) - 10 - length(ltrim(substr(href, 11), 'abcdefghijklmnopqrstuvwxyz0123456789-')))
WHERE href GLOB '/articles/[a-z0-9-]*';--> statement-breakpoint
UPDATE `links` SET target_slug = NULL
WHERE target_slug IS NOT NULL AND ltrim(substr(href, 11 + length(target_slug)), '/') <> '' AND substr(href, 11 + length(target_slug)) NOT GLOB '[?#]*' AND substr(href, 11 + length(target_slug)) NOT GLOB '/[?#]*';--> statement-breakpoint
UPDATE `links` SET target_article_id = (SELECT id FROM `articles` WHERE slug = target_slug)
WHERE target_article_id IS NULL AND target_slug IN (SELECT slug FROM `articles`);--> statement-breakpoint
DROP TABLE `article_titles`;--> statement-breakpoint
-- What the desk finds articles by, as drafted and as public; the row's id is the article's. Kept by db/search.ts.
CREATE VIRTUAL TABLE `article_titles` USING fts5(`title`, `public_title`, tokenize = 'trigram');--> statement-breakpoint
INSERT INTO `article_titles` (`rowid`, `title`, `public_title`)
SELECT a.id, d.title, p.title FROM `articles` a JOIN `revisions` d ON d.id = a.draft_revision_id LEFT JOIN `revisions` p ON p.id = a.published_revision_id;

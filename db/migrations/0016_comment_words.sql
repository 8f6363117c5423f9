-- What comments are found by; the row's id is the comment's. Filled by db/search.ts, which lets posting alone.
CREATE VIRTUAL TABLE `comment_words` USING fts5(`name`, `email`, `website`, `source`, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');--> statement-breakpoint
-- What somebody changed or took away is found no more from that moment on, whoever did it.
CREATE TRIGGER `comment_words_deleted` AFTER DELETE ON `comments` BEGIN
  DELETE FROM `comment_words` WHERE rowid = old.`id`;
END;--> statement-breakpoint
CREATE TRIGGER `comment_words_changed` AFTER UPDATE OF `name`, `email`, `website`, `source` ON `comments`
WHEN old.`id` <= (SELECT max(`id`) FROM `comment_words_docsize`) BEGIN
  DELETE FROM `comment_words` WHERE rowid = old.`id`;
  INSERT INTO `comment_words` (rowid, `name`, `email`, `website`, `source`)
  VALUES (new.`id`, new.`name`, new.`email`, new.`website`, new.`source`);
END;

-- What the desk finds articles by; the row's id is the article's. Kept by db/search.ts.
CREATE VIRTUAL TABLE `article_titles` USING fts5(`title`, tokenize = 'trigram');

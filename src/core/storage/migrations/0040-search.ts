/**
 * Full text search over draft names and the words of answers. Trigrams find parts of words, which German compounds and Japanese need.
 * The index keeps no copy of the texts (external content); triggers keep it true. secure-delete: a word that was deleted leaves the index too.
 * Answers from before get every text inside them as their words; storage writes better chosen ones when an answer is saved again.
 */
export const search = `
  ALTER TABLE answers ADD COLUMN words TEXT NOT NULL DEFAULT '';
  UPDATE answers SET words = coalesce(
    (SELECT group_concat(node.atom, char(10)) FROM json_tree(answers.value) AS node WHERE node.type = 'text'), '');

  CREATE VIRTUAL TABLE draft_search USING fts5 (name, content = 'drafts', content_rowid = 'number', tokenize = 'trigram remove_diacritics 1');
  CREATE VIRTUAL TABLE answer_search USING fts5 (words, content = 'answers', content_rowid = 'number', tokenize = 'trigram remove_diacritics 1');
  INSERT INTO draft_search (draft_search, rank) VALUES ('secure-delete', 1);
  INSERT INTO answer_search (answer_search, rank) VALUES ('secure-delete', 1);
  INSERT INTO draft_search (draft_search) VALUES ('rebuild');
  INSERT INTO answer_search (answer_search) VALUES ('rebuild');

  CREATE TRIGGER drafts_added AFTER INSERT ON drafts BEGIN
    INSERT INTO draft_search (rowid, name) VALUES (new.number, new.name);
  END;
  CREATE TRIGGER drafts_renamed AFTER UPDATE OF name ON drafts BEGIN
    INSERT INTO draft_search (draft_search, rowid, name) VALUES ('delete', old.number, old.name);
    INSERT INTO draft_search (rowid, name) VALUES (new.number, new.name);
  END;
  CREATE TRIGGER drafts_removed AFTER DELETE ON drafts BEGIN
    INSERT INTO draft_search (draft_search, rowid, name) VALUES ('delete', old.number, old.name);
  END;

  CREATE TRIGGER answers_added AFTER INSERT ON answers BEGIN
    INSERT INTO answer_search (rowid, words) VALUES (new.number, new.words);
  END;
  CREATE TRIGGER answers_changed AFTER UPDATE OF words ON answers BEGIN
    INSERT INTO answer_search (answer_search, rowid, words) VALUES ('delete', old.number, old.words);
    INSERT INTO answer_search (rowid, words) VALUES (new.number, new.words);
  END;
  CREATE TRIGGER answers_removed AFTER DELETE ON answers BEGIN
    INSERT INTO answer_search (answer_search, rowid, words) VALUES ('delete', old.number, old.words);
  END;
`

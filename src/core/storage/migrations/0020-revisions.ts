/** Named states of a draft with all answers and the content they belong to; never changed once written. */
export const revisions = `
  CREATE TABLE revisions (
    id TEXT PRIMARY KEY,
    draft INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    content_hash TEXT NOT NULL REFERENCES contents (hash),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    changes INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (draft, number)
  ) STRICT;
  CREATE INDEX revisions_by_content ON revisions (content_hash);
`

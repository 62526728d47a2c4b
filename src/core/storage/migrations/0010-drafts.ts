/** Contents a draft can be bound to, drafts, and one row per answer, so that a keystroke writes one small row. */
export const drafts = `
  CREATE TABLE contents (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('agreement', 'checklist')),
    template_id TEXT NOT NULL,
    version TEXT NOT NULL,
    json TEXT NOT NULL CHECK (json_valid(json)),
    stored_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE drafts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    content_hash TEXT NOT NULL REFERENCES contents (hash),
    name TEXT NOT NULL,
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    trashed_at TEXT,
    -- Grows with every write; two writes may fall into the same millisecond, so the time alone cannot tell whether something changed.
    change INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE INDEX drafts_by_time ON drafts (updated_at);
  CREATE INDEX drafts_by_content ON drafts (content_hash);

  CREATE TABLE answers (
    number INTEGER PRIMARY KEY,
    draft INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
    question TEXT NOT NULL,
    value TEXT NOT NULL CHECK (json_valid(value)),
    updated_at TEXT NOT NULL,
    UNIQUE (draft, question)
  ) STRICT;
`

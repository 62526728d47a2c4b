/**
 * Suites that were begun, and which of their documents are drafts already. `content` is the suite as it was then, `guide` what the guide was told. A
 * draft belongs to one suite at most, and stays when the suite is dissolved.
 */
export const suites = `
  CREATE TABLE suites (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL CHECK (json_valid(content)),
    name TEXT NOT NULL,
    languages TEXT NOT NULL CHECK (json_valid(languages)),
    guide TEXT NOT NULL CHECK (json_valid(guide)),
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE suite_drafts (
    suite TEXT NOT NULL REFERENCES suites (id) ON DELETE CASCADE,
    agreement TEXT NOT NULL,
    draft INTEGER NOT NULL UNIQUE REFERENCES drafts (number) ON DELETE CASCADE,
    PRIMARY KEY (suite, agreement)
  ) STRICT, WITHOUT ROWID;
`

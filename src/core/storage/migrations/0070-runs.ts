/**
 * What a run of a checklist knows besides its answers: the run it continues, which may go, and the contents it was bound to before it was renewed, as hashes,
 * oldest first. A run without a row continues nothing and was never renewed.
 */
export const runs = `
  CREATE TABLE runs (
    draft INTEGER PRIMARY KEY REFERENCES drafts (number) ON DELETE CASCADE,
    previous INTEGER REFERENCES drafts (number) ON DELETE SET NULL,
    former TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former))
  ) STRICT;
  CREATE INDEX runs_by_previous ON runs (previous);
`

/**
 * Findings of runs that a draft deals with: which question of which run. `settled` is what a person decided; what the answers of the draft say is worked
 * out and never stored. A run is a draft too; a link goes when either of them is deleted.
 */
export const findings = `
  CREATE TABLE findings (
    draft INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
    run INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
    question TEXT NOT NULL,
    settled TEXT CHECK (settled IN ('taken', 'otherwise')),
    created_at TEXT NOT NULL,
    PRIMARY KEY (draft, run, question),
    CHECK (draft <> run)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX findings_by_run ON findings (run);
`

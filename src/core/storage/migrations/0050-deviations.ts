/**
 * What came back changed in Word files, and what was decided about it, per draft and in reading order; one JSON object a row. Revisions keep the
 * deviations of their moment; those from before had none.
 */
export const deviations = `
  CREATE TABLE deviations (
    draft INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    PRIMARY KEY (draft, position),
    UNIQUE (draft, id)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE revisions ADD COLUMN deviations TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(deviations));
`

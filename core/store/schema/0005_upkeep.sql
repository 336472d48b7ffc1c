-- When a task that runs now and then ran last.
CREATE TABLE upkeep (
    task  TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- Since then a copy's file lies in the repository alone. Written before the file is removed.
ALTER TABLE components ADD COLUMN purged_at_ms INTEGER NOT NULL DEFAULT 0;

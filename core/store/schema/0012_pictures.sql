-- Whether the files of a side are on this station: 0 yes, 1 they are being removed with the copy
-- that it was a page of, 2 no.
ALTER TABLE sides ADD COLUMN purged INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sides_being_purged ON sides (id) WHERE purged = 1;

-- Where a reused copy was found; empty for any other paper.
ALTER TABLE components ADD COLUMN reuse_source TEXT NOT NULL DEFAULT ''
    CHECK (reuse_source IN ('', 'repository', 'national_store'));
UPDATE components SET reuse_source = 'repository' WHERE state = 'reused';

-- How many papers a dossier has and how many of them need no further work, kept by the database
-- itself: a list of dossiers reads none of their papers.
ALTER TABLE dossiers ADD COLUMN papers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN finished INTEGER NOT NULL DEFAULT 0;
UPDATE dossiers SET (papers, finished) = (
    SELECT count(*), count(*) FILTER (WHERE state IN (
        'handed_over', 'reused', 'attached', 'shown', 'refused'))
    FROM components WHERE dossier_uuid = uuid);

CREATE TRIGGER components_counted AFTER INSERT ON components BEGIN
    UPDATE dossiers SET papers = papers + 1,
        finished = finished
            + (new.state IN ('handed_over', 'reused', 'attached', 'shown', 'refused'))
    WHERE uuid = new.dossier_uuid;
END;
CREATE TRIGGER components_finished AFTER UPDATE OF state ON components
WHEN (old.state IN ('handed_over', 'reused', 'attached', 'shown', 'refused'))
    <> (new.state IN ('handed_over', 'reused', 'attached', 'shown', 'refused'))
BEGIN
    UPDATE dossiers SET finished = finished
        + iif(new.state IN ('handed_over', 'reused', 'attached', 'shown', 'refused'), 1, -1)
    WHERE uuid = new.dossier_uuid;
END;

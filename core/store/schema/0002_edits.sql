-- Sides are ordered by a key that leaves room between two of them, and say more
-- of themselves. `sheet` was counted for a paper that the side may have left
-- since, or twice: sheet_component and sheet_run tell equal numbers apart.
CREATE TABLE new_sides (
    id              TEXT PRIMARY KEY,
    dossier_uuid    TEXT NOT NULL,
    component_code  TEXT NOT NULL,
    rank            TEXT NOT NULL,
    run_id          TEXT NOT NULL,
    sheet_component TEXT NOT NULL,
    sheet_run       TEXT NOT NULL,
    sheet           INTEGER NOT NULL,
    face            TEXT NOT NULL CHECK (face IN ('front', 'back')),
    width_px        INTEGER NOT NULL,
    height_px       INTEGER NOT NULL,
    dpi             INTEGER NOT NULL,
    cleaned         INTEGER NOT NULL,
    blank           INTEGER NOT NULL,
    damaged         INTEGER NOT NULL,
    two_sided       INTEGER NOT NULL,
    out             INTEGER NOT NULL,
    turn_deg        INTEGER NOT NULL CHECK (turn_deg IN (0, 90, 180, 270)),
    attention       INTEGER NOT NULL,
    fingerprint     TEXT NOT NULL,
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

-- The position as four digits of base 62 behind a V, the middle of the range
-- (dossier::rankBetween).
WITH alphabet (digits) AS (
    VALUES ('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
)
INSERT INTO new_sides
SELECT id, dossier_uuid, component_code,
       'V' || substr(digits, 1 + position / 238328 % 62, 1)
           || substr(digits, 1 + position / 3844 % 62, 1)
           || substr(digits, 1 + position / 62 % 62, 1)
           || substr(digits, 1 + position % 62, 1),
       '', component_code, '', sheet, face, width_px, height_px, dpi, cleaned, blank, damaged,
       0, 0, 0, 0, ''
FROM sides, alphabet;

DROP TABLE sides;
ALTER TABLE new_sides RENAME TO sides;
CREATE INDEX sides_of_paper ON sides (dossier_uuid, component_code, rank);

ALTER TABLE components ADD COLUMN received INTEGER NOT NULL DEFAULT 0;
ALTER TABLE components ADD COLUMN expected_sheets INTEGER NOT NULL DEFAULT 0;
ALTER TABLE components ADD COLUMN count_explanation TEXT NOT NULL DEFAULT '';
ALTER TABLE components ADD COLUMN explained_tally TEXT NOT NULL DEFAULT '';

CREATE TABLE scan_runs (
    id             TEXT PRIMARY KEY,
    dossier_uuid   TEXT NOT NULL,
    component_code TEXT NOT NULL,
    before_side    TEXT NOT NULL,
    replaced_side  TEXT NOT NULL,
    started_at_ms  INTEGER NOT NULL,
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

-- In the order of `seq`; those that are undone stand behind those that are not.
-- `changes` is a JSON array of side ids and placements.
CREATE TABLE edits (
    seq          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    dossier_uuid TEXT NOT NULL REFERENCES dossiers (uuid),
    run_id       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    changes      TEXT NOT NULL,
    undone       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX edits_of_dossier ON edits (dossier_uuid, seq);

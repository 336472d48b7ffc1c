-- How much proof a copy's signature carries, and what is still on its way.
ALTER TABLE components ADD COLUMN signature_level TEXT NOT NULL DEFAULT 'B'
    CHECK (signature_level IN ('B', 'T', 'LT', 'LTA'));
ALTER TABLE components ADD COLUMN proven_at_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX components_by_pdf ON components (pdf_sha256) WHERE pdf_sha256 <> '';

-- Canonical JSON. Part of the row's hash when it is not empty, so that rows from
-- before keep theirs.
ALTER TABLE audit ADD COLUMN facts TEXT NOT NULL DEFAULT '';

-- The last view of each kind.
CREATE TABLE side_views (
    side_id        TEXT NOT NULL REFERENCES sides (id),
    kind           TEXT NOT NULL CHECK (kind IN ('displayed', 'stated')),
    picture_sha256 TEXT NOT NULL,
    seen_by        TEXT NOT NULL,
    at_ms          INTEGER NOT NULL,
    PRIMARY KEY (side_id, kind)
) WITHOUT ROWID;

-- Copies that should get more proof. Who works on one holds its claim until then.
CREATE TABLE signature_upgrades (
    dossier_uuid     TEXT NOT NULL,
    component_code   TEXT NOT NULL,
    wanted           TEXT NOT NULL CHECK (wanted IN ('B', 'T', 'LT', 'LTA')),
    required         TEXT NOT NULL CHECK (required IN ('B', 'T', 'LT', 'LTA')),
    queued_at_ms     INTEGER NOT NULL,
    deadline_ms      INTEGER NOT NULL,
    attempts         INTEGER NOT NULL DEFAULT 0,
    next_at_ms       INTEGER NOT NULL DEFAULT 0,
    last_fault       TEXT NOT NULL DEFAULT '',
    last_detail      TEXT NOT NULL DEFAULT '',
    renew_before_ms  INTEGER NOT NULL DEFAULT 0,
    claim            TEXT NOT NULL DEFAULT '',
    claimed_until_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dossier_uuid, component_code),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

-- Files of the blob folder that may be nobody's: from that time on they are
-- removed unless a paper names them.
CREATE TABLE loose_blobs (
    sha256          TEXT PRIMARY KEY,
    removable_at_ms INTEGER NOT NULL
) WITHOUT ROWID;

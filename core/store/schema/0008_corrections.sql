-- Copies that were handed over and are being replaced: what each was, until its replacement is
-- handed over itself or given up. `former` is JSON of the copy and of where its sides stood.
CREATE TABLE corrections (
    dossier_uuid   TEXT NOT NULL,
    component_code TEXT NOT NULL,
    pdf_sha256     TEXT NOT NULL,
    purged_at_ms   INTEGER NOT NULL,
    begun_at_ms    INTEGER NOT NULL,
    former         BLOB NOT NULL,
    PRIMARY KEY (dossier_uuid, component_code),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;
CREATE INDEX corrections_by_pdf ON corrections (pdf_sha256);

-- What the repository's index said of owners, for an answer at once and without it. Its keys hide
-- whom they are about, its entries are never changed. Those that this station made lie in `outbox`.
CREATE TABLE owner_entries (
    key  TEXT PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX outbox_owner_entries ON outbox (key) WHERE kind = 'owner_index';
CREATE TABLE owner_lookups (
    prefix      TEXT PRIMARY KEY,
    asked_at_ms INTEGER NOT NULL,
    tried_at_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX owner_lookups_by_time ON owner_lookups (asked_at_ms);

-- Dossiers that a clerk put aside. `note` is JSON: why, by whom and for whom.
CREATE TABLE holds (
    dossier_uuid TEXT PRIMARY KEY REFERENCES dossiers (uuid),
    since_ms     INTEGER NOT NULL,
    note         BLOB NOT NULL
) WITHOUT ROWID;

-- What a clerk has typed for a paper and not confirmed yet. `fields` is JSON.
CREATE TABLE drafts (
    dossier_uuid   TEXT NOT NULL,
    component_code TEXT NOT NULL,
    fields         BLOB NOT NULL,
    PRIMARY KEY (dossier_uuid, component_code),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

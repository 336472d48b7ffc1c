-- Times are milliseconds since 1970 in UTC, ids are UUIDs as text, hashes are
-- SHA-256 as lower-case hexadecimal text. A file that has shipped is never edited.

CREATE TABLE station (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id  TEXT NOT NULL
);

CREATE TABLE dossiers (
    id             INTEGER PRIMARY KEY,
    uuid           TEXT NOT NULL UNIQUE,
    code           TEXT UNIQUE,
    procedure      TEXT NOT NULL,
    owner_kind     TEXT NOT NULL CHECK (owner_kind IN ('citizen', 'organisation')),
    owner_id       TEXT NOT NULL,
    owner_name     TEXT NOT NULL,
    department     TEXT NOT NULL,
    received_at_ms INTEGER NOT NULL,
    handed_over    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX dossiers_by_time ON dossiers (received_at_ms);
CREATE INDEX dossiers_by_owner ON dossiers (owner_id);
CREATE INDEX dossiers_never_handed_over ON dossiers (id) WHERE handed_over = 0;

-- Folded words of name, code and owner id; the row id is that of `dossiers`.
CREATE VIRTUAL TABLE dossier_words USING fts5 (words, content = '', prefix = '2 3');

CREATE TABLE components (
    dossier_uuid      TEXT NOT NULL REFERENCES dossiers (uuid),
    position          INTEGER NOT NULL,
    code              TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN (
                          'open', 'decided', 'captured', 'signed', 'extracted', 'coded', 'stored',
                          'handed_over', 'reused', 'attached', 'shown', 'refused')),
    pdf_sha256        TEXT NOT NULL DEFAULT '',
    pdf_size          INTEGER NOT NULL DEFAULT 0,
    signer_name       TEXT NOT NULL DEFAULT '',
    signer_serial     TEXT NOT NULL DEFAULT '',
    signer_sha256     TEXT NOT NULL DEFAULT '',
    signed_at_ms      INTEGER NOT NULL DEFAULT 0,
    digitization_code TEXT NOT NULL DEFAULT '',
    manifest_sha256   TEXT NOT NULL DEFAULT '',
    event_id          TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (dossier_uuid, code)
) WITHOUT ROWID;
CREATE INDEX components_in_work ON components (dossier_uuid)
    WHERE state IN ('decided', 'captured', 'signed', 'extracted', 'coded', 'stored');

CREATE TABLE sides (
    id             TEXT PRIMARY KEY,
    dossier_uuid   TEXT NOT NULL,
    component_code TEXT NOT NULL,
    position       INTEGER NOT NULL,
    sheet          INTEGER NOT NULL,
    face           TEXT NOT NULL CHECK (face IN ('front', 'back')),
    width_px       INTEGER NOT NULL,
    height_px      INTEGER NOT NULL,
    dpi            INTEGER NOT NULL,
    cleaned        INTEGER NOT NULL,
    blank          INTEGER NOT NULL,
    damaged        INTEGER NOT NULL,
    UNIQUE (dossier_uuid, component_code, position),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

CREATE TABLE proposals (
    dossier_uuid   TEXT NOT NULL,
    component_code TEXT NOT NULL,
    position       INTEGER NOT NULL,
    key            TEXT NOT NULL,
    value          TEXT NOT NULL,
    source         TEXT NOT NULL CHECK (source IN ('ocr', 'qr', 'typed', 'store')),
    confidence     REAL NOT NULL,
    sure           INTEGER NOT NULL,
    side           INTEGER,
    x              INTEGER,
    y              INTEGER,
    width          INTEGER,
    height         INTEGER,
    PRIMARY KEY (dossier_uuid, component_code, position),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

CREATE TABLE fields (
    dossier_uuid    TEXT NOT NULL,
    component_code  TEXT NOT NULL,
    position        INTEGER NOT NULL,
    key             TEXT NOT NULL,
    value           TEXT NOT NULL,
    source          TEXT NOT NULL CHECK (source IN ('ocr', 'qr', 'typed', 'store')),
    confidence      REAL NOT NULL,
    confirmed_by    TEXT NOT NULL,
    confirmed_at_ms INTEGER NOT NULL,
    side            INTEGER,
    x               INTEGER,
    y               INTEGER,
    width           INTEGER,
    height          INTEGER,
    PRIMARY KEY (dossier_uuid, component_code, position),
    FOREIGN KEY (dossier_uuid, component_code) REFERENCES components (dossier_uuid, code)
) WITHOUT ROWID;

CREATE TABLE handovers (
    id              TEXT PRIMARY KEY,
    dossier_uuid    TEXT NOT NULL REFERENCES dossiers (uuid),
    draft           BLOB NOT NULL,
    manifest_sha256 TEXT NOT NULL DEFAULT '',
    actor           TEXT NOT NULL,
    created_at_ms   INTEGER NOT NULL,
    complete        INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX handovers_of_dossier ON handovers (dossier_uuid, id);
CREATE INDEX handovers_open ON handovers (id) WHERE complete = 0;

CREATE TABLE outbox (
    handover_id    TEXT NOT NULL REFERENCES handovers (id),
    position       INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN (
                       'blob', 'code_claim', 'manifest', 'dossier_pointer', 'owner_index', 'event')),
    component_code TEXT NOT NULL,
    key            TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    body           BLOB NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'verified', 'blocked')),
    reason         TEXT NOT NULL,
    attempts       INTEGER NOT NULL,
    PRIMARY KEY (handover_id, position)
);

-- AUTOINCREMENT remembers the highest number ever given, so that a last row
-- that was deleted leaves a trace.
CREATE TABLE audit (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms           INTEGER NOT NULL,
    station         TEXT NOT NULL,
    actor           TEXT NOT NULL,
    action          TEXT NOT NULL,
    dossier_uuid    TEXT NOT NULL,
    component_code  TEXT NOT NULL,
    object_sha256   TEXT NOT NULL,
    previous_sha256 TEXT NOT NULL,
    sha256          TEXT NOT NULL
);
CREATE INDEX audit_of_dossier ON audit (dossier_uuid, seq);

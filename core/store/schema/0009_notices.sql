-- Who else is told when the department has a dossier: a portal, a department's own system. Apart
-- from `outbox`, for no hand-over waits for them. `body` is frozen, `words` are their last refusal;
-- both may tell of a person. Of several about one dossier a later one may take the place of the
-- earlier.
CREATE TABLE notices (
    handover_id      TEXT NOT NULL REFERENCES handovers (id),
    target           TEXT NOT NULL,
    body             BLOB NOT NULL,
    state            TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'told', 'replaced')),
    words            BLOB NOT NULL DEFAULT '',
    failures         INTEGER NOT NULL DEFAULT 0,
    failing_since_ms INTEGER NOT NULL DEFAULT 0,
    next_at_ms       INTEGER NOT NULL DEFAULT 0,
    last_fault       TEXT NOT NULL DEFAULT '',
    last_detail      TEXT NOT NULL DEFAULT '',
    dead             INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (handover_id, target)
);
CREATE INDEX notices_open ON notices (handover_id) WHERE state = 'open';

-- What is sent first, and why a hand-over could not go on so far: failures in a row, when the
-- first of them was, when the next attempt is due. A dead one waits for a person.
ALTER TABLE handovers ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handovers ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handovers ADD COLUMN failing_since_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handovers ADD COLUMN next_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handovers ADD COLUMN last_fault TEXT NOT NULL DEFAULT '';
ALTER TABLE handovers ADD COLUMN last_detail TEXT NOT NULL DEFAULT '';
ALTER TABLE handovers ADD COLUMN dead INTEGER NOT NULL DEFAULT 0;

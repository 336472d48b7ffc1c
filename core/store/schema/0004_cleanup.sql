-- What the clerk decided about a side's clean-up (dossier::SideCleanup as JSON), and the
-- things that lie apart on it, as a JSON array of boxes. Empty: nothing.
ALTER TABLE sides ADD COLUMN cleanup TEXT NOT NULL DEFAULT '';
ALTER TABLE sides ADD COLUMN items TEXT NOT NULL DEFAULT '';

-- What the ink seems to say where an official name is proposed instead.
ALTER TABLE proposals ADD COLUMN as_read TEXT NOT NULL DEFAULT '';

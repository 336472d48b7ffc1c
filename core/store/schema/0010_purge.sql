-- Copies that may leave the station, in the order of their dossiers: few among those of all the
-- years once purging is on.
CREATE INDEX components_to_purge ON components (dossier_uuid)
    WHERE state = 'handed_over' AND purged_at_ms = 0;

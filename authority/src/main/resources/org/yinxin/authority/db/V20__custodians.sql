-- The people of whom two together may make, roll over and retire authorities. Secrets are kept as slow hashes. The wrong
-- ones in a row are counted here and not in a process, which can be ended to forget them.
CREATE TABLE custodian (
    name         text PRIMARY KEY,
    salt         bytea NOT NULL CHECK (octet_length(salt) = 16),
    secret_hash  bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
    failures     integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until timestamptz,
    added_at     timestamptz NOT NULL,
    closed_at    timestamptz
);

-- A name is one person's for ever, with one secret, and whoever is closed stays closed.
CREATE FUNCTION keep_custodian() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL
        AND (NEW.name, NEW.salt, NEW.secret_hash, NEW.added_at)
            IS NOT DISTINCT FROM (OLD.name, OLD.salt, OLD.secret_hash, OLD.added_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a custodian is closed and nothing else: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER custodian_is_kept BEFORE UPDATE OR DELETE ON custodian
    FOR EACH ROW EXECUTE FUNCTION keep_custodian();

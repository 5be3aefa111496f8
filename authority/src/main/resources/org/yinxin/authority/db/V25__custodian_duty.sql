-- What a custodian is for: the keys of authorities, or the encryption keys of subscribers in custody. All that there were are of
-- the first duty.
ALTER TABLE custodian ADD COLUMN duty text NOT NULL DEFAULT 'AUTHORITIES' CHECK (duty IN ('AUTHORITIES', 'KEYS'));
ALTER TABLE custodian ALTER COLUMN duty DROP DEFAULT;

-- A name is one person's for ever, with one secret and one duty, and whoever is closed stays closed.
CREATE OR REPLACE FUNCTION keep_custodian() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL
        AND (NEW.name, NEW.duty, NEW.salt, NEW.secret_hash, NEW.added_at)
            IS NOT DISTINCT FROM (OLD.name, OLD.duty, OLD.salt, OLD.secret_hash, OLD.added_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a custodian is closed and nothing else: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

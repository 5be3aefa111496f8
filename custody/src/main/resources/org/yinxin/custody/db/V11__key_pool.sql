-- By what a private key is wrapped. All that were kept before this are under AES-256-GCM.
ALTER TABLE escrowed_key ADD COLUMN wrapped_with text NOT NULL DEFAULT 'AES-256-GCM'
    CHECK (wrapped_with IN ('AES-256-GCM', 'SM4-GCM'));
ALTER TABLE escrowed_key ALTER COLUMN wrapped_with DROP DEFAULT;

COMMENT ON COLUMN escrowed_key.wrapped_private_key IS 'format 1: 01, nonce of 12 octets, GCM of the private number; the id and the public key are authenticated with it';
COMMENT ON COLUMN escrowed_key.wrapped_under IS 'which wrapping key: its fingerprint, or the name of one in a device';

-- Key pairs made ahead. One is taken for an id first and bound to it afterwards; what died between the two is taken up again
-- by whoever asks for that id next.
CREATE TABLE pooled_key (
    id                  uuid        PRIMARY KEY,
    public_key          bytea       NOT NULL UNIQUE,
    wrapped_private_key bytea       NOT NULL,
    wrapped_under       text        NOT NULL,
    wrapped_with        text        NOT NULL CHECK (wrapped_with IN ('AES-256-GCM', 'SM4-GCM')),
    made_at             timestamptz NOT NULL,
    taken_for           uuid        UNIQUE
);

CREATE INDEX pooled_key_free ON pooled_key (made_at, id) WHERE taken_for IS NULL;

COMMENT ON COLUMN pooled_key.wrapped_private_key IS 'as in escrowed_key, with the id of this row';
COMMENT ON COLUMN pooled_key.taken_for IS 'the id in escrow that it is going to have';

-- A key leaves the pool only into escrow, where the same pair must be by then.
CREATE FUNCTION keep_pooled_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND (NEW.id, NEW.public_key, NEW.made_at) IS NOT DISTINCT FROM (OLD.id, OLD.public_key, OLD.made_at)
    THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE'
        AND EXISTS (SELECT 1 FROM escrowed_key e WHERE e.id = OLD.taken_for AND e.public_key = OLD.public_key)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'pooled keys go into escrow and nowhere else';
END $$;

CREATE TRIGGER keep_pooled_key BEFORE UPDATE OR DELETE ON pooled_key
    FOR EACH ROW EXECUTE FUNCTION keep_pooled_key();

-- The encryption key pairs of subscribers. The private key is wrapped under a key that is not in this database.
CREATE TABLE escrowed_key (
    id                  uuid        PRIMARY KEY,
    public_key          bytea       NOT NULL UNIQUE,
    wrapped_private_key bytea       NOT NULL,
    wrapped_under       text        NOT NULL,
    made_at             timestamptz NOT NULL,
    released_to         bytea,
    first_released_at   timestamptz,
    CHECK ((released_to IS NULL) = (first_released_at IS NULL))
);

COMMENT ON COLUMN escrowed_key.public_key IS 'SubjectPublicKeyInfo, DER';
COMMENT ON COLUMN escrowed_key.wrapped_private_key IS 'format 1: 01, nonce of 12 octets, AES-256-GCM of the private number; the id and the public key are authenticated with it';
COMMENT ON COLUMN escrowed_key.wrapped_under IS 'fingerprint of the wrapping key';
COMMENT ON COLUMN escrowed_key.released_to IS 'SM3 of the signing public key that may receive it';

-- An escrowed key stays as long as data may need decrypting; only its first release may be added.
CREATE FUNCTION keep_escrowed_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND (NEW.id, NEW.public_key, NEW.made_at) IS NOT DISTINCT FROM (OLD.id, OLD.public_key, OLD.made_at)
        AND (OLD.released_to IS NULL
             OR (NEW.released_to, NEW.first_released_at) IS NOT DISTINCT FROM (OLD.released_to, OLD.first_released_at))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'escrowed keys are neither removed nor changed';
END $$;

CREATE TRIGGER keep_escrowed_key BEFORE UPDATE OR DELETE ON escrowed_key
    FOR EACH ROW EXECUTE FUNCTION keep_escrowed_key();

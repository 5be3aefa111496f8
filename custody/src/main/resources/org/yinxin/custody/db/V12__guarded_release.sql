-- A key that leaves escrow by another way than to the token it was made for: two custodians must want it. What was asked for
-- stands still; approval and release are added, each once.
CREATE TABLE guarded_release (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind IN ('RECOVERY', 'JUDICIAL_EXPORT')),
    escrow          uuid        NOT NULL REFERENCES escrowed_key (id),
    recipient_key   bytea       NOT NULL,
    reason          text        CHECK (btrim(reason) <> ''),
    document_number text        CHECK (btrim(document_number) <> ''),
    authority_name  text        CHECK (btrim(authority_name) <> ''),
    asked_by        text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > asked_at),
    approved_by     text        CHECK (approved_by <> asked_by),
    approved_at     timestamptz,
    released_at     timestamptz,
    CHECK ((kind = 'RECOVERY') = (reason IS NOT NULL)),
    CHECK ((kind = 'JUDICIAL_EXPORT') = (document_number IS NOT NULL)),
    CHECK ((kind = 'JUDICIAL_EXPORT') = (authority_name IS NOT NULL)),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (released_at IS NULL OR approved_at IS NOT NULL)
);

CREATE INDEX guarded_release_by_escrow ON guarded_release (escrow, asked_at);

COMMENT ON COLUMN guarded_release.recipient_key IS 'SubjectPublicKeyInfo, DER: the one key that it may be sealed for';

CREATE FUNCTION keep_guarded_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND (NEW.id, NEW.kind, NEW.escrow, NEW.recipient_key, NEW.reason, NEW.document_number, NEW.authority_name,
             NEW.asked_by, NEW.asked_at, NEW.expires_at)
            IS NOT DISTINCT FROM
            (OLD.id, OLD.kind, OLD.escrow, OLD.recipient_key, OLD.reason, OLD.document_number, OLD.authority_name,
             OLD.asked_by, OLD.asked_at, OLD.expires_at)
        AND (OLD.approved_by IS NULL
             OR (NEW.approved_by, NEW.approved_at) IS NOT DISTINCT FROM (OLD.approved_by, OLD.approved_at))
        AND OLD.released_at IS NULL
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what two custodians did is neither removed nor changed';
END $$;

CREATE TRIGGER keep_guarded_release BEFORE UPDATE OR DELETE ON guarded_release
    FOR EACH ROW EXECUTE FUNCTION keep_guarded_release();

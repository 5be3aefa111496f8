-- For whom a judicial export is: the certificate as it was handed in, so that whoever approves sees the same.
ALTER TABLE guarded_release
    ADD COLUMN recipient_certificate bytea CHECK (recipient_certificate IS NULL OR kind = 'JUDICIAL_EXPORT');

COMMENT ON COLUMN guarded_release.recipient_certificate IS 'DER, of the recipient_key; null for a recovery, and for exports before there was this column';

CREATE OR REPLACE FUNCTION keep_guarded_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND (NEW.id, NEW.kind, NEW.escrow, NEW.recipient_key, NEW.recipient_certificate, NEW.reason, NEW.document_number,
             NEW.authority_name, NEW.asked_by, NEW.asked_at, NEW.expires_at)
            IS NOT DISTINCT FROM
            (OLD.id, OLD.kind, OLD.escrow, OLD.recipient_key, OLD.recipient_certificate, OLD.reason, OLD.document_number,
             OLD.authority_name, OLD.asked_by, OLD.asked_at, OLD.expires_at)
        AND (OLD.approved_by IS NULL
             OR (NEW.approved_by, NEW.approved_at) IS NOT DISTINCT FROM (OLD.approved_by, OLD.approved_at))
        AND OLD.released_at IS NULL
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what two custodians did is neither removed nor changed';
END $$;

-- What is still open is listed for those who look in.
CREATE INDEX guarded_release_open ON guarded_release (kind, expires_at) WHERE released_at IS NULL;

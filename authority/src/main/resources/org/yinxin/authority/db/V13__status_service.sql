-- Which change of a status was the last of a serial, by the authority's counter: what changed after a moment is found
-- without looking at all. Null for what never changed, and for changes before there was this column.
ALTER TABLE certificate_status ADD COLUMN change bigint;
CREATE INDEX certificate_status_change ON certificate_status (authority, change) WHERE change IS NOT NULL;

-- Responders sign OCSP answers for an authority; like the authorities' own certificates, theirs belong to no intent.
ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_use_check;
ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_check;
ALTER TABLE intended_certificate
    ADD CONSTRAINT intended_certificate_use CHECK (use IN ('SIGNING', 'ENCRYPTION', 'AUTHORITY', 'RESPONDER')),
    ADD CONSTRAINT intended_certificate_intent CHECK ((use IN ('AUTHORITY', 'RESPONDER')) = (intent IS NULL));

CREATE TABLE ocsp_responder (
    authority   text NOT NULL,
    serial      bytea NOT NULL,
    certificate bytea NOT NULL,
    key_handle  text NOT NULL,
    not_before  timestamptz NOT NULL,
    not_after   timestamptz NOT NULL CHECK (not_after > not_before),
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES certificate
);

CREATE INDEX ocsp_responder_end ON ocsp_responder (authority, not_after);

CREATE TRIGGER ocsp_responder_is_final BEFORE UPDATE OR DELETE ON ocsp_responder
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- The status service reads what everybody may know and nothing else.
GRANT USAGE ON SCHEMA authority TO yinxin_status;
GRANT SELECT ON certification_authority, certificate_status, ocsp_responder, crl TO yinxin_status;

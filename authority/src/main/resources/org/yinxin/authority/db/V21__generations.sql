-- A new key of an authority is a row of its own in the same line: lists and statuses of the older key go on under the code
-- that its certificates carry. Orders for a line are issued by its highest generation, unless that is retired.
ALTER TABLE certification_authority
    ADD COLUMN line        text REFERENCES certification_authority,
    ADD COLUMN generation  smallint NOT NULL DEFAULT 1 CHECK (generation > 0),
    ADD COLUMN retired_at  timestamptz,
    ADD COLUMN retired_for text;
UPDATE certification_authority SET line = code;
ALTER TABLE certification_authority
    ALTER COLUMN line SET NOT NULL,
    ALTER COLUMN generation DROP DEFAULT,
    ADD CONSTRAINT certification_authority_generation UNIQUE (line, generation),
    ADD CONSTRAINT certification_authority_first CHECK ((generation = 1) = (line = code)),
    ADD CONSTRAINT certification_authority_retired CHECK ((retired_at IS NULL) = (retired_for IS NULL));

-- What an authority is never changes, and its retirement is not taken back.
CREATE FUNCTION keep_authority() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND (NEW.code, NEW.line, NEW.generation, NEW.parent, NEW.certificate, NEW.key_handle)
            IS NOT DISTINCT FROM (OLD.code, OLD.line, OLD.generation, OLD.parent, OLD.certificate, OLD.key_handle)
        AND (OLD.retired_at IS NULL
            OR (NEW.retired_at, NEW.retired_for) IS NOT DISTINCT FROM (OLD.retired_at, OLD.retired_for))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an authority stays what it is: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER certification_authority_is_kept BEFORE UPDATE OR DELETE ON certification_authority
    FOR EACH ROW EXECUTE FUNCTION keep_authority();

-- The key of one generation, certified by another.
CREATE TABLE cross_certificate (
    subject text NOT NULL REFERENCES certification_authority,
    issuer  text NOT NULL REFERENCES certification_authority,
    serial  bytea NOT NULL,
    PRIMARY KEY (subject, issuer),
    FOREIGN KEY (issuer, serial) REFERENCES certificate,
    CHECK (subject <> issuer)
);

CREATE TRIGGER cross_certificate_is_final BEFORE UPDATE OR DELETE ON cross_certificate
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

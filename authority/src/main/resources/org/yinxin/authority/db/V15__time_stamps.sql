-- Units sign time stamps for an authority; like the authorities' own certificates, theirs belong to no intent.
ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_use;
ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_intent;
ALTER TABLE intended_certificate
    ADD CONSTRAINT intended_certificate_use
        CHECK (use IN ('SIGNING', 'ENCRYPTION', 'AUTHORITY', 'RESPONDER', 'TIME_STAMPING')),
    ADD CONSTRAINT intended_certificate_intent
        CHECK ((use IN ('AUTHORITY', 'RESPONDER', 'TIME_STAMPING')) = (intent IS NULL));

CREATE TABLE time_stamping_unit (
    authority   text NOT NULL,
    serial      bytea NOT NULL,
    certificate bytea NOT NULL,
    key_handle  text NOT NULL,
    not_before  timestamptz NOT NULL,
    not_after   timestamptz NOT NULL CHECK (not_after > not_before),
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES certificate
);

CREATE INDEX time_stamping_unit_end ON time_stamping_unit (authority, not_after);

CREATE TRIGGER time_stamping_unit_is_final BEFORE UPDATE OR DELETE ON time_stamping_unit
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- The number and the time of an authority's last stamp. Neither goes back.
CREATE TABLE time_stamp_clock (
    authority   text PRIMARY KEY REFERENCES certification_authority,
    last_serial bigint NOT NULL DEFAULT 0,
    last_at     timestamptz
);

CREATE FUNCTION keep_stamps_growing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.authority = OLD.authority AND NEW.last_serial > OLD.last_serial
        AND (OLD.last_at IS NULL OR NEW.last_at >= OLD.last_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'numbers and times of stamps only grow: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER time_stamp_clock_grows BEFORE UPDATE OR DELETE ON time_stamp_clock
    FOR EACH ROW EXECUTE FUNCTION keep_stamps_growing();

-- What was stamped, before it was signed.
CREATE TABLE time_stamp (
    authority         text NOT NULL,
    serial            bigint NOT NULL CHECK (serial > 0),
    unit              bytea NOT NULL,
    policy            text NOT NULL,
    imprint_algorithm text NOT NULL,
    imprint           bytea NOT NULL,
    stamped_at        timestamptz NOT NULL,
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, unit) REFERENCES time_stamping_unit
);

CREATE TRIGGER time_stamp_is_final BEFORE UPDATE OR DELETE ON time_stamp
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- A serial may be put on hold (certificateHold), and be resumed or revoked from there. What is revoked stays revoked:
-- only that is final.
ALTER TABLE certificate_status DROP CONSTRAINT certificate_status_state_check;
ALTER TABLE certificate_status DROP CONSTRAINT certificate_status_check;
ALTER TABLE certificate_status DROP CONSTRAINT certificate_status_check1;
ALTER TABLE certificate_status
    ADD CONSTRAINT certificate_status_state CHECK (state IN ('GOOD', 'HELD', 'REVOKED')),
    ADD CONSTRAINT certificate_status_since CHECK ((state = 'GOOD') = (revoked_at IS NULL)),
    ADD CONSTRAINT certificate_status_reason CHECK ((state = 'GOOD') = (reason IS NULL)),
    ADD CONSTRAINT certificate_status_hold CHECK ((state = 'HELD') = (reason IS NOT NULL AND reason = 6));

DROP INDEX certificate_status_revoked;
CREATE INDEX certificate_status_revoked ON certificate_status (authority, serial) WHERE state <> 'GOOD';

CREATE OR REPLACE FUNCTION keep_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state IN ('GOOD', 'HELD')
        AND (NEW.authority, NEW.serial) IS NOT DISTINCT FROM (OLD.authority, OLD.serial)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the status of a serial is not taken back: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- Each change of a pair's status that was done, by the caller's name for it: asking again changes nothing. It is also
-- the history of the holds, of which a resumed serial bears no trace.
CREATE TABLE pair_status_change (
    id         uuid PRIMARY KEY,
    order_id   uuid NOT NULL REFERENCES pair_order,
    deed       text NOT NULL CHECK (deed IN ('REVOKE', 'HOLD', 'RESUME')),
    reason     smallint,
    since      timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK ((deed = 'REVOKE') = (reason IS NOT NULL))
);

CREATE INDEX pair_status_change_order ON pair_status_change (order_id, changed_at);

CREATE TRIGGER pair_status_change_is_final BEFORE UPDATE OR DELETE ON pair_status_change
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

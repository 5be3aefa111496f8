-- Units sign more than time stamps: the answers to machines that enrol.
ALTER TABLE time_stamping_unit RENAME TO certified_unit;
ALTER TABLE certified_unit ADD COLUMN task text NOT NULL DEFAULT 'TIME_STAMPING'
    CHECK (task IN ('TIME_STAMPING', 'ENROLMENT'));
ALTER TABLE certified_unit ALTER COLUMN task DROP DEFAULT;
DROP INDEX time_stamping_unit_end;
CREATE INDEX certified_unit_end ON certified_unit (authority, task, not_after);
ALTER TRIGGER time_stamping_unit_is_final ON certified_unit RENAME TO certified_unit_is_final;

ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_use;
ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_intent;
ALTER TABLE intended_certificate
    ADD CONSTRAINT intended_certificate_use
        CHECK (use IN ('SIGNING', 'ENCRYPTION', 'DEVICE', 'AUTHORITY', 'RESPONDER', 'TIME_STAMPING', 'ENROLMENT')),
    ADD CONSTRAINT intended_certificate_intent
        CHECK ((use IN ('AUTHORITY', 'RESPONDER', 'TIME_STAMPING', 'ENROLMENT')) = (intent IS NULL));

-- A certificate that its machine has to confirm is confirmed or rejected, once.
ALTER TABLE machine_certificate ADD COLUMN rejected_at timestamptz;
ALTER TABLE machine_certificate
    ADD CONSTRAINT machine_certificate_settled_once CHECK (confirmed_at IS NULL OR rejected_at IS NULL);
DROP INDEX machine_certificate_unconfirmed;
CREATE INDEX machine_certificate_unconfirmed ON machine_certificate (confirm_until)
    WHERE confirm_until IS NOT NULL AND confirmed_at IS NULL AND rejected_at IS NULL;

-- Which order a later message of a transaction means, and the nonce that it has to repeat.
CREATE TABLE cmp_transaction (
    authority text NOT NULL REFERENCES certification_authority,
    name      bytea NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 64),
    machine   text NOT NULL REFERENCES machine,
    order_id  uuid NOT NULL,
    nonce     bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (authority, name)
);

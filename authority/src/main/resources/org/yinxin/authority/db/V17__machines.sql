-- Who may enrol by itself: a machine with a secret, and everything that its certificates may say.
CREATE TABLE machine (
    name              text PRIMARY KEY,
    authority         text NOT NULL REFERENCES certification_authority,
    kind              text NOT NULL CHECK (kind IN ('DEVICE', 'ORGANISATION')),
    subject           bytea NOT NULL,
    organisation_code text,
    host_names        text[] NOT NULL,
    certificate_days  integer NOT NULL CHECK (certificate_days > 0),
    most_certificates integer NOT NULL CHECK (most_certificates > 0),
    secret            bytea NOT NULL,
    expires_at        timestamptz NOT NULL,
    registered_at     timestamptz NOT NULL,
    closed_at         timestamptz
);

-- Which machine ordered what. Made before the order, so that no certificate of a machine is without an owner.
CREATE TABLE machine_certificate (
    order_id      uuid PRIMARY KEY,
    machine       text NOT NULL REFERENCES machine,
    asked_at      timestamptz NOT NULL,
    confirm_until timestamptz,
    confirmed_at  timestamptz,
    CHECK (confirmed_at IS NULL OR confirm_until IS NOT NULL)
);

CREATE INDEX machine_certificate_machine ON machine_certificate (machine);
CREATE INDEX machine_certificate_unconfirmed ON machine_certificate (confirm_until)
    WHERE confirm_until IS NOT NULL AND confirmed_at IS NULL;

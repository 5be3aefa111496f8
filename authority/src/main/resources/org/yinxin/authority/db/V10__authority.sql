-- The authorities of this installation. A root has no parent; it signs itself and those below it.
-- The counters change: CRL numbers never go back, and "revocations" moves with each serial that becomes revoked,
-- which is how a stale CRL is recognised.
CREATE TABLE certification_authority (
    code            text PRIMARY KEY,
    parent          text REFERENCES certification_authority,
    certificate     bytea NOT NULL,
    key_handle      text NOT NULL,
    policy          text NOT NULL,
    crl_lifetime    interval NOT NULL,
    last_crl_number bigint NOT NULL DEFAULT 0 CHECK (last_crl_number >= 0),
    revocations     bigint NOT NULL DEFAULT 0 CHECK (revocations >= 0),
    created_at      timestamptz NOT NULL
);

-- One row for each order of a pair; whoever changes anything about an order locks this row first.
CREATE TABLE pair_order (
    id         uuid PRIMARY KEY,
    authority  text NOT NULL REFERENCES certification_authority,
    state      text NOT NULL CHECK (state IN ('FREE', 'INTENDED', 'ISSUED')),
    attempts   integer NOT NULL DEFAULT 0,
    content    bytea NOT NULL CHECK (octet_length(content) = 32),
    changed_at timestamptz NOT NULL
);

CREATE INDEX pair_order_intended ON pair_order (changed_at) WHERE state = 'INTENDED';

-- One attempt to issue the pair of an order. Never deleted: it is the record of what was going to be signed.
CREATE TABLE issuance_intent (
    id         uuid PRIMARY KEY,
    order_id   uuid NOT NULL REFERENCES pair_order,
    attempt    integer NOT NULL,
    profile    text NOT NULL,
    state      text NOT NULL CHECK (state IN ('INTENDED', 'ISSUED', 'REFUSED', 'SWEPT')),
    created_at timestamptz NOT NULL,
    closed_at  timestamptz,
    UNIQUE (order_id, attempt),
    CHECK ((state = 'INTENDED') = (closed_at IS NULL))
);

-- At most one attempt of an order is open, and at most one came to an end that counts.
CREATE UNIQUE INDEX issuance_intent_open ON issuance_intent (order_id) WHERE state = 'INTENDED';
CREATE UNIQUE INDEX issuance_intent_issued ON issuance_intent (order_id) WHERE state = 'ISSUED';

-- The exact bytes that are to be signed, committed before any signature exists. A serial is spent by being here.
-- Certificates of authorities come from the ceremony and belong to no intent.
CREATE TABLE intended_certificate (
    authority text NOT NULL REFERENCES certification_authority,
    serial    bytea NOT NULL CHECK (octet_length(serial) BETWEEN 1 AND 20),
    intent    uuid REFERENCES issuance_intent,
    use       text NOT NULL CHECK (use IN ('SIGNING', 'ENCRYPTION', 'AUTHORITY')),
    tbs       bytea NOT NULL,
    key_sm3   bytea NOT NULL CHECK (octet_length(key_sm3) = 32),
    PRIMARY KEY (authority, serial),
    UNIQUE (intent, use),
    CHECK ((use = 'AUTHORITY') = (intent IS NULL))
);

CREATE INDEX intended_certificate_key ON intended_certificate (key_sm3);

CREATE TABLE certificate (
    authority text NOT NULL,
    serial    bytea NOT NULL,
    encoded   bytea NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES intended_certificate
);

-- What OCSP and the CRL say. A serial without a row was never issued. A serial that was swept is revoked here and has
-- no certificate.
CREATE TABLE certificate_status (
    authority  text NOT NULL,
    serial     bytea NOT NULL,
    state      text NOT NULL CHECK (state IN ('GOOD', 'REVOKED')),
    revoked_at timestamptz,
    reason     smallint,
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES intended_certificate,
    CHECK ((state = 'REVOKED') = (revoked_at IS NOT NULL)),
    CHECK ((state = 'REVOKED') = (reason IS NOT NULL))
);

CREATE INDEX certificate_status_revoked ON certificate_status (authority, serial) WHERE state = 'REVOKED';

-- A public key serves one order; those of the authorities serve none.
CREATE TABLE certified_key (
    key_sm3  bytea PRIMARY KEY CHECK (octet_length(key_sm3) = 32),
    order_id uuid REFERENCES pair_order
);

CREATE TABLE crl (
    authority   text NOT NULL REFERENCES certification_authority,
    number      bigint NOT NULL CHECK (number > 0),
    this_update timestamptz NOT NULL,
    next_update timestamptz NOT NULL,
    revocations bigint NOT NULL,
    encoded     bytea NOT NULL,
    PRIMARY KEY (authority, number)
);

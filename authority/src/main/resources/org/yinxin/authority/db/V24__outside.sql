-- Pairs that an authority outside of this installation issues, asked over CMP. Such an authority is a code in the settings
-- and has no row in certification_authority: it keeps its own register, its own lists and its own numbers. What is
-- here is what we asked it, what it answered, and what we hold its certificates to be.

-- One row for each order; whoever changes anything about an order locks this row first. No transaction is open while the
-- authority is asked: whoever asks it holds the order by name and for a time instead.
CREATE TABLE outside_order (
    id         uuid PRIMARY KEY,
    authority  text NOT NULL,
    state      text NOT NULL CHECK (state IN ('FREE', 'INTENDED', 'ISSUED')),
    attempts   integer NOT NULL DEFAULT 0,
    content    bytea NOT NULL CHECK (octet_length(content) = 32),
    changed_at timestamptz NOT NULL,
    held_by    uuid,
    held_until timestamptz,
    CHECK ((held_by IS NULL) = (held_until IS NULL))
);

CREATE INDEX outside_order_intended ON outside_order (changed_at) WHERE state = 'INTENDED';

CREATE TABLE outside_attempt (
    order_id  uuid NOT NULL REFERENCES outside_order,
    attempt   integer NOT NULL,
    state     text NOT NULL CHECK (state IN ('OPEN', 'ISSUED', 'REFUSED', 'CUT_OFF')),
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    because   text,
    PRIMARY KEY (order_id, attempt),
    CHECK ((state = 'OPEN') = (closed_at IS NULL))
);

CREATE UNIQUE INDEX outside_attempt_open ON outside_attempt (order_id) WHERE state = 'OPEN';

-- A public key serves one order.
CREATE TABLE outside_key (
    key_sm3  bytea PRIMARY KEY CHECK (octet_length(key_sm3) = 32),
    order_id uuid NOT NULL REFERENCES outside_order
);

-- One transaction of CMP. A row is committed before its first message is sent.
--   SENT       nothing answered yet; if it stays so, a certificate may exist that we do not know
--   WAITING    the authority wants to be asked again
--   BROUGHT    a certificate came and is fit
--   CONFIRMED  the authority knows that we took it
--   DONE       a status was changed
--   NOT_SENT   no connection: the authority never saw it
--   IN_DOUBT   sent, and not answered or not believably
CREATE TABLE outside_transaction (
    id         bytea PRIMARY KEY CHECK (octet_length(id) = 16),
    authority  text NOT NULL,
    deed       text NOT NULL CHECK (deed IN ('SIGNING', 'ENCRYPTION', 'REVOKE', 'HOLD', 'RESUME')),
    order_id   uuid,
    attempt    integer,
    serial     bytea,
    state      text NOT NULL CHECK (state IN
                   ('SENT', 'WAITING', 'BROUGHT', 'CONFIRMED', 'DONE', 'REJECTED', 'UNFIT', 'NOT_SENT', 'IN_DOUBT')),
    peer_nonce bytea NOT NULL DEFAULT '',
    number     integer NOT NULL DEFAULT 0,
    poll_at    timestamptz,
    words      text,
    opened_at  timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    FOREIGN KEY (order_id, attempt) REFERENCES outside_attempt,
    CHECK ((deed IN ('SIGNING', 'ENCRYPTION')) = (order_id IS NOT NULL)),
    CHECK ((deed IN ('SIGNING', 'ENCRYPTION')) = (serial IS NULL)),
    CHECK ((order_id IS NULL) = (attempt IS NULL))
);

CREATE INDEX outside_transaction_attempt ON outside_transaction (order_id, attempt);
CREATE INDEX outside_transaction_serial ON outside_transaction (authority, serial) WHERE serial IS NOT NULL;

-- Every message as it was sent and as it came.
CREATE TABLE outside_message (
    transaction bytea NOT NULL REFERENCES outside_transaction,
    number      integer NOT NULL CHECK (number > 0),
    ours        boolean NOT NULL,
    message     bytea NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (transaction, number)
);

CREATE TRIGGER outside_message_is_final BEFORE UPDATE OR DELETE ON outside_message
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- Every certificate that came, also those that nobody got.
CREATE TABLE outside_certificate (
    authority   text NOT NULL,
    serial      bytea NOT NULL CHECK (octet_length(serial) BETWEEN 1 AND 20),
    transaction bytea NOT NULL UNIQUE REFERENCES outside_transaction,
    encoded     bytea NOT NULL,
    chain       bytea[] NOT NULL,
    stored_at   timestamptz NOT NULL,
    PRIMARY KEY (authority, serial)
);

CREATE TRIGGER outside_certificate_is_final BEFORE UPDATE OR DELETE ON outside_certificate
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- The pair of an order is this one row: it is whole or it is not there.
CREATE TABLE outside_pair (
    order_id   uuid PRIMARY KEY REFERENCES outside_order,
    authority  text NOT NULL,
    signing    bytea NOT NULL,
    encryption bytea NOT NULL,
    stored_at  timestamptz NOT NULL,
    FOREIGN KEY (authority, signing) REFERENCES outside_certificate,
    FOREIGN KEY (authority, encryption) REFERENCES outside_certificate,
    UNIQUE (authority, signing),
    UNIQUE (authority, encryption),
    CHECK (signing <> encryption)
);

CREATE TRIGGER outside_pair_is_final BEFORE UPDATE OR DELETE ON outside_pair
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- What we asked for and were granted. The authority's own lists and answers are the ones that count for others.
CREATE TABLE outside_status (
    authority  text NOT NULL,
    serial     bytea NOT NULL,
    state      text NOT NULL CHECK (state IN ('GOOD', 'HELD', 'REVOKED')),
    revoked_at timestamptz,
    reason     smallint,
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES outside_certificate,
    CHECK ((state = 'GOOD') = (revoked_at IS NULL)),
    CHECK ((state = 'GOOD') = (reason IS NULL)),
    CHECK ((state = 'HELD') = (reason IS NOT NULL AND reason = 6))
);

CREATE FUNCTION keep_outside_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> 'REVOKED'
        AND (NEW.authority, NEW.serial) IS NOT DISTINCT FROM (OLD.authority, OLD.serial)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the status of a serial is not taken back: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER outside_status_keeps_revocation BEFORE UPDATE OR DELETE ON outside_status
    FOR EACH ROW EXECUTE FUNCTION keep_outside_revocation();

-- Changes of a pair's status by the caller's name for them. One that is neither done nor denied is gone on with.
CREATE TABLE outside_status_change (
    id       uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES outside_order,
    deed     text NOT NULL CHECK (deed IN ('REVOKE', 'HOLD', 'RESUME')),
    reason   smallint,
    asked_at timestamptz NOT NULL,
    since    timestamptz,
    denied   text,
    ended_at timestamptz,
    CHECK ((deed = 'REVOKE') = (reason IS NOT NULL)),
    CHECK (since IS NULL OR denied IS NULL),
    CHECK ((ended_at IS NULL) = (since IS NULL AND denied IS NULL))
);

-- Certificates that nobody got: halves of pairs that never became whole. A job has them revoked and asks until it is answered.
CREATE TABLE outside_unwanted (
    authority text NOT NULL,
    serial    bytea NOT NULL,
    because   text NOT NULL,
    since     timestamptz NOT NULL,
    tries     integer NOT NULL DEFAULT 0,
    next_try  timestamptz NOT NULL,
    outcome   text CHECK (outcome IN ('REVOKED', 'DENIED')),
    ended_at  timestamptz,
    PRIMARY KEY (authority, serial),
    FOREIGN KEY (authority, serial) REFERENCES outside_certificate,
    CHECK ((outcome IS NULL) = (ended_at IS NULL))
);

CREATE INDEX outside_unwanted_due ON outside_unwanted (next_try) WHERE outcome IS NULL;

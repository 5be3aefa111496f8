CREATE TABLE payment_order (
    id            uuid PRIMARY KEY,
    case_number   text        NOT NULL,
    payer         uuid        NOT NULL,
    title_zh      text        NOT NULL,
    title_en      text        NOT NULL,
    channels      text[]      NOT NULL,
    amount        bigint      NOT NULL CHECK (amount > 0),
    placed_at     timestamptz NOT NULL,
    state         text        NOT NULL CHECK (state IN ('UNPAID', 'SETTLED', 'CLOSED')),
    settled_at    timestamptz,
    channel       text,
    transaction   text,
    closed_at     timestamptz,
    close_reason  text,
    CHECK ((state = 'SETTLED') = (settled_at IS NOT NULL AND channel IS NOT NULL AND transaction IS NOT NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL AND close_reason IS NOT NULL))
);

-- A case is asked for money once at a time, and is never charged again once it has paid.
CREATE UNIQUE INDEX payment_order_one_live ON payment_order (case_number) WHERE state <> 'CLOSED';
CREATE INDEX payment_order_case ON payment_order (case_number, placed_at);

CREATE TABLE payment_line (
    order_id  uuid    NOT NULL REFERENCES payment_order,
    position  integer NOT NULL,
    label_zh  text    NOT NULL,
    label_en  text    NOT NULL,
    amount    bigint  NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (order_id, position)
);

CREATE TABLE payment_attempt (
    number      text PRIMARY KEY,
    order_id    uuid        NOT NULL REFERENCES payment_order,
    channel     text        NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    description text        NOT NULL,
    started_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    state       text        NOT NULL
        CHECK (state IN ('INTENDED', 'OFFERED', 'SETTLED', 'DISPUTED', 'CLOSING', 'CLOSED')),
    code_url    text,
    asked_at    timestamptz,
    check_at    timestamptz NOT NULL,
    CHECK (state <> 'OFFERED' OR code_url IS NOT NULL)
);

-- Two codes of one channel that can both be paid would be a double charge.
CREATE UNIQUE INDEX payment_attempt_one_live ON payment_attempt (order_id, channel)
    WHERE state IN ('INTENDED', 'OFFERED');
CREATE INDEX payment_attempt_order ON payment_attempt (order_id);
CREATE INDEX payment_attempt_due ON payment_attempt (check_at)
    WHERE state IN ('INTENDED', 'OFFERED', 'CLOSING');

-- Every call-back with its verdict. Only genuine ones have identifiers worth trusting: a forged one must not be able
-- to take the identifier of a genuine one that is still to come.
CREATE TABLE payment_notification (
    id               uuid PRIMARY KEY,
    channel          text        NOT NULL,
    notification_id  text,
    received_at      timestamptz NOT NULL,
    verdict          text        NOT NULL,
    attempt          text,
    transaction      text,
    body             text        NOT NULL,
    CHECK ((verdict = 'FORGED') = (notification_id IS NULL))
);
CREATE UNIQUE INDEX payment_notification_once ON payment_notification (channel, notification_id);
CREATE INDEX payment_notification_forged ON payment_notification (received_at) WHERE verdict = 'FORGED';

-- Money that does not fit its order. It stays until staff has dealt with it.
CREATE TABLE payment_concern (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES payment_order,
    kind         text        NOT NULL CHECK (kind IN ('AMOUNT_DIFFERS', 'PAID_AFTER_CLOSE', 'PAID_TWICE')),
    channel      text        NOT NULL,
    attempt      text        NOT NULL REFERENCES payment_attempt,
    transaction  text        NOT NULL,
    amount       bigint      NOT NULL,
    currency     text        NOT NULL,
    paid_at      timestamptz NOT NULL,
    raised_at    timestamptz NOT NULL,
    UNIQUE (channel, transaction, kind)
);
CREATE INDEX payment_concern_order ON payment_concern (order_id);

-- A payment that goes back. The intent is committed before the channel hears of it, and a payment goes back once.
CREATE TABLE payment_refund (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES payment_order,
    channel      text        NOT NULL,
    attempt      text REFERENCES payment_attempt,
    transaction  text        NOT NULL,
    amount       bigint      NOT NULL CHECK (amount > 0),
    reason       text        NOT NULL,
    intended_at  timestamptz NOT NULL,
    number       text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('INTENDED', 'PROCESSING', 'BY_HAND', 'DONE', 'FAILED')),
    reference    text,
    fault        text,
    used_up      boolean     NOT NULL DEFAULT false,
    ended_at     timestamptz,
    recorded_by  text,
    asked_at     timestamptz,
    check_at     timestamptz NOT NULL,
    UNIQUE (channel, transaction),
    CHECK (state <> 'PROCESSING' OR reference IS NOT NULL),
    CHECK ((state = 'DONE') = (ended_at IS NOT NULL)),
    CHECK (state <> 'DONE' OR reference IS NOT NULL),
    CHECK ((state = 'FAILED') = (fault IS NOT NULL))
);
CREATE INDEX payment_refund_order ON payment_refund (order_id);
CREATE INDEX payment_refund_due ON payment_refund (check_at) WHERE state IN ('INTENDED', 'PROCESSING');
CREATE INDEX payment_refund_person ON payment_refund (intended_at) WHERE state IN ('BY_HAND', 'FAILED');

-- A concern is over when its money went back. Money that a bank brought belongs to no attempt.
ALTER TABLE payment_concern ALTER COLUMN attempt DROP NOT NULL;
ALTER TABLE payment_concern ADD COLUMN resolved_at timestamptz;
CREATE INDEX payment_concern_open ON payment_concern (raised_at) WHERE resolved_at IS NULL;

-- One payment pays one order.
CREATE UNIQUE INDEX payment_order_transaction ON payment_order (channel, transaction) WHERE state = 'SETTLED';

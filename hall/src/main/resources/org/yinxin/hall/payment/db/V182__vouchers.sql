-- What a payer shows of a bank transfer, until a finance officer has looked at the account.
CREATE TABLE payment_voucher (
    id           uuid PRIMARY KEY,
    order_id     uuid        NOT NULL REFERENCES payment_order,
    paper        text        NOT NULL,
    remark       bytea       NOT NULL, -- sealed
    handed_in_at timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('WAITING', 'REPLACED', 'CONFIRMED', 'RETURNED')),
    checked_at   timestamptz,
    checked_by   text,
    words        bytea,                -- sealed
    CHECK ((state IN ('CONFIRMED', 'RETURNED')) = (checked_at IS NOT NULL AND checked_by IS NOT NULL)),
    CHECK ((state = 'RETURNED') = (words IS NOT NULL))
);
CREATE UNIQUE INDEX payment_voucher_one_waiting ON payment_voucher (order_id) WHERE state = 'WAITING';
CREATE INDEX payment_voucher_queue ON payment_voucher (handed_in_at) WHERE state = 'WAITING';
CREATE INDEX payment_voucher_order ON payment_voucher (order_id, handed_in_at);

-- What people ask for when they ask where the money is.
CREATE INDEX payment_order_by_transaction ON payment_order (transaction);
CREATE INDEX payment_concern_by_transaction ON payment_concern (transaction);
CREATE INDEX payment_refund_by_reference ON payment_refund (reference);

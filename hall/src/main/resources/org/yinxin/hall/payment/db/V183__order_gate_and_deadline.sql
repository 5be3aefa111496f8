-- A case may have several payment gates. Each is asked for money once at a time, and never charged again once it has
-- paid. Every case of before had one, and it bore this name.
ALTER TABLE payment_order ADD COLUMN gate text NOT NULL DEFAULT 'PAY';
ALTER TABLE payment_order ALTER COLUMN gate DROP DEFAULT;
DROP INDEX payment_order_one_live;
CREATE UNIQUE INDEX payment_order_one_live ON payment_order (case_number, gate) WHERE state <> 'CLOSED';

-- An order that is not paid in time is closed.
ALTER TABLE payment_order ADD COLUMN unpaid_days integer CHECK (unpaid_days > 0);
ALTER TABLE payment_order ADD COLUMN overdue_at timestamptz;
ALTER TABLE payment_order ADD CHECK ((unpaid_days IS NULL) = (overdue_at IS NULL));
CREATE INDEX payment_order_overdue ON payment_order (overdue_at) WHERE state = 'UNPAID';

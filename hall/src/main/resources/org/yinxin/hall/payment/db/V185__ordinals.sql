-- Two orders or two vouchers of one instant: the clock cannot tell which came last.
ALTER TABLE payment_order ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE payment_voucher ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;

-- An order is for a pair, or for one certificate of a key that never needs to be recovered.
ALTER TABLE pair_order ADD COLUMN kind text NOT NULL DEFAULT 'PAIR' CHECK (kind IN ('PAIR', 'SINGLE'));

ALTER TABLE intended_certificate DROP CONSTRAINT intended_certificate_use;
ALTER TABLE intended_certificate
    ADD CONSTRAINT intended_certificate_use
        CHECK (use IN ('SIGNING', 'ENCRYPTION', 'DEVICE', 'AUTHORITY', 'RESPONDER', 'TIME_STAMPING'));

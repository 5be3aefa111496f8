-- Officers see what waits for their grant, and may refuse it with words. Whoever took a case in at the counter is kept from
-- granting it.
ALTER TABLE token_unlocking
    ADD COLUMN received_by  uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN refused_at   timestamptz,
    ADD COLUMN refused_by   text,
    -- What the officer said; it may name people.
    ADD COLUMN refused_with bytea,
    ADD CHECK (num_nulls(refused_at, refused_by, refused_with) IN (0, 3));
CREATE INDEX token_unlocking_waiting ON token_unlocking (opened_at, case_number)
    WHERE done_at IS NULL AND refused_at IS NULL AND modes <> 'SMS_CODE';

-- What an officer asks to be done to a certificate, and what another one decided. The note is sealed.
CREATE TABLE certificate_ending_request (
    id         uuid        PRIMARY KEY,
    pair       uuid        NOT NULL,
    deed       text        NOT NULL CHECK (deed IN ('REVOKE', 'HOLD')),
    reason     text        NOT NULL,
    note       bytea       NOT NULL,
    entered_by uuid        NOT NULL,
    entered_at timestamptz NOT NULL,
    state      text        NOT NULL CHECK (state IN ('ENTERED', 'APPROVED', 'DECLINED')),
    decided_by uuid,
    decided_at timestamptz,
    CHECK ((state = 'ENTERED') = (decided_by IS NULL)),
    CHECK ((state = 'ENTERED') = (decided_at IS NULL)),
    CHECK (decided_by <> entered_by)
);

CREATE UNIQUE INDEX certificate_ending_request_open ON certificate_ending_request (pair) WHERE state = 'ENTERED';

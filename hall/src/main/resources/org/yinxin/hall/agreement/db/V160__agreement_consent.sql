-- Evidence of acceptances. Rows are added and never changed.
CREATE TABLE agreement_consent (
    case_number    text        NOT NULL,
    agreement      text        NOT NULL,
    version        integer     NOT NULL CHECK (version > 0),
    sm3            text        NOT NULL CHECK (sm3 ~ '^[0-9a-f]{64}$'),
    accepted_by    text        NOT NULL,
    accepted_at    timestamptz NOT NULL,
    client_address bytea       NOT NULL, -- sealed
    PRIMARY KEY (case_number, agreement, version)
);

-- The newest code that was sent to confirm one thing, such as the report of a lost key. It is good for that thing alone
-- and is kept as a keyed digest only.
CREATE TABLE account_confirmation_code (
    purpose    text        PRIMARY KEY,
    digest     bytea       NOT NULL,
    sent_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    wrong      integer     NOT NULL DEFAULT 0,
    used_at    timestamptz
);

CREATE INDEX account_confirmation_code_expiry ON account_confirmation_code (expires_at);

-- People who act for subscribers. The mobile number is sealed; it is found by its keyed index and shown masked.
CREATE TABLE account (
    id              uuid PRIMARY KEY,
    mobile          bytea NOT NULL,
    mobile_index    bytea NOT NULL UNIQUE,
    masked          text NOT NULL,
    created_at      timestamptz NOT NULL,
    last_sign_in_at timestamptz NOT NULL
);

-- The newest sign-in code of a number, whether or not it has an account. The code is kept as a keyed digest only.
CREATE TABLE account_sign_in_code (
    mobile_index bytea PRIMARY KEY,
    digest       bytea NOT NULL,
    sent_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    wrong        integer NOT NULL DEFAULT 0,
    used_at      timestamptz
);

CREATE INDEX account_sign_in_code_expiry ON account_sign_in_code (expires_at);

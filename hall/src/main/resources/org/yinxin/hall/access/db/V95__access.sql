-- People who are signed in. "digest" is the SM3 of the token; the token itself is nowhere in the database.
CREATE TABLE access_token (
    digest       bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    kind         text NOT NULL CHECK (kind IN ('SUBSCRIBER', 'OPERATOR')),
    subject      uuid NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);

CREATE INDEX access_token_of_subject ON access_token (kind, subject);
CREATE INDEX access_token_expiry ON access_token (expires_at);

-- How often something was tried within a window of time.
CREATE TABLE access_rate (
    what      text NOT NULL,
    key       bytea NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    taken     integer NOT NULL,
    PRIMARY KEY (what, key, starts_at)
);

CREATE INDEX access_rate_expiry ON access_rate (ends_at);

-- The hall's keys that tokens pin, sealed. They are made once; tokens that pinned them know no others.
CREATE TABLE token_unlock_key (
    use    text  PRIMARY KEY CHECK (use IN ('SIGNING', 'ENCRYPTION')),
    sealed bytea NOT NULL
);

-- What cases wait for to be unlocked. A grant is good for a while and answers one question of a token: its nonce is kept
-- with the grant, and a new grant forgets it.
CREATE TABLE token_unlocking (
    case_number   text        PRIMARY KEY,
    pair          uuid        NOT NULL,
    holder        uuid        NOT NULL,
    modes         text        NOT NULL,
    mobile        bytea,
    opened_at     timestamptz NOT NULL,
    granted_until timestamptz,
    granted_by    text,
    granted_mode  text,
    nonce         bytea CHECK (octet_length(nonce) = 32),
    done_at       timestamptz,
    CHECK ((granted_until IS NULL) = (granted_by IS NULL))
);

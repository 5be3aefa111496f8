-- A business about an existing certificate: which pair, how long it is valid, and the case that it came from. The case is
-- moved to another pair when the key that was inserted holds another one.
ALTER TABLE application
    ADD COLUMN about_pair  uuid,
    ADD COLUMN about_serial text,
    ADD COLUMN about_until timestamptz,
    ADD COLUMN about_case  text REFERENCES application (number),
    -- The case whose place of its organisation this one goes on with: the first one of the chain of renewals.
    ADD COLUMN place_case  text REFERENCES application (number),
    -- What was said about bids made with the certificate and not opened yet, and when the warning was accepted.
    ADD COLUMN bids_unopened    boolean,
    ADD COLUMN bids_accepted_at timestamptz,
    ADD CHECK ((about_pair IS NULL) = (num_nonnulls(about_serial, about_until, about_case) = 0)),
    ADD CHECK (about_pair IS NULL OR num_nonnulls(about_serial, about_until, about_case) = 3),
    ADD CHECK (bids_accepted_at IS NULL OR bids_unopened);

CREATE UNIQUE INDEX application_one_about
    ON application (about_pair, business) WHERE ended_at IS NULL AND about_pair IS NOT NULL;
CREATE INDEX application_about ON application (about_pair) WHERE about_pair IS NOT NULL;

-- What the earlier case of the certificate had answered: shown instead of asked, and compared with.
CREATE TABLE application_earlier_answer (
    number text    NOT NULL REFERENCES application (number),
    name   text    NOT NULL,
    sealed bytea   NOT NULL,
    fixed  boolean NOT NULL,
    PRIMARY KEY (number, name)
);

-- Challenges to a key. The challenge itself is derived from the seed with the hall's own key and is not in here.
CREATE TABLE application_key_challenge (
    number     text        NOT NULL REFERENCES application (number),
    gate       text        NOT NULL,
    seed       uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (number, gate)
);

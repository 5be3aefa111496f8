CREATE TABLE subscriber_organisation (
    id            uuid        PRIMARY KEY,
    credit_code   text        NOT NULL UNIQUE CHECK (length(credit_code) = 18),
    name          text        NOT NULL,
    kind          text        NOT NULL,
    registered_at timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- A person is found by the blind index of kind and number of the document, never by the number itself.
CREATE TABLE subscriber_person (
    id             uuid        PRIMARY KEY,
    document_index bytea       NOT NULL UNIQUE CHECK (octet_length(document_index) = 32),
    document       bytea       NOT NULL, -- sealed
    name           bytea       NOT NULL, -- sealed
    registered_at  timestamptz NOT NULL
);

-- Who may act for whom, from when until when. A row is never changed: a new application brings a new authorisation.
CREATE TABLE subscriber_agent (
    source       text NOT NULL PRIMARY KEY, -- the application that proved it
    organisation uuid NOT NULL REFERENCES subscriber_organisation,
    person       uuid NOT NULL REFERENCES subscriber_person,
    account      uuid NOT NULL,
    mobile       bytea NOT NULL,            -- sealed
    email        bytea,                     -- sealed
    valid_from   date NOT NULL,
    valid_until  date NOT NULL,
    CHECK (valid_until >= valid_from)
);
CREATE INDEX subscriber_agent_organisation ON subscriber_agent (organisation, valid_until);

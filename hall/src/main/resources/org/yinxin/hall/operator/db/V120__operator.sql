-- Members of the staff. "name" is what they sign in with and what colleagues see.
CREATE TABLE operator (
    id               uuid PRIMARY KEY,
    name             text NOT NULL,
    password         text NOT NULL,
    initial_password boolean NOT NULL,
    roles            text[] NOT NULL,
    created_at       timestamptz NOT NULL,
    last_sign_in_at  timestamptz,
    closed_at        timestamptz,
    version          integer NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX operator_name ON operator (lower(name));

-- Failed sign-ins by the digest of the name that was tried, whether or not there is such a person.
CREATE TABLE operator_failure (
    name_digest  bytea PRIMARY KEY,
    failures     integer NOT NULL,
    locked_until timestamptz,
    last_at      timestamptz NOT NULL
);

-- The certificates that the hall had issued. Their status is the authority's to tell and is not kept here.
CREATE TABLE certificate (
    serial            text        PRIMARY KEY CHECK (serial ~ '^[0-9a-f]{2,40}$'),
    authority         text        NOT NULL,
    use               text        NOT NULL CHECK (use IN ('SIGN', 'ENCRYPT')),
    pair              uuid        NOT NULL,
    case_number       text        NOT NULL,
    holder            uuid        NOT NULL,
    organisation      text        NOT NULL,
    common_name       text        NOT NULL,
    organisation_code text,
    not_before        timestamptz NOT NULL,
    not_after         timestamptz NOT NULL CHECK (not_after > not_before),
    der               bytea       NOT NULL,
    issued_at         timestamptz NOT NULL,
    installed_at      timestamptz,
    UNIQUE (pair, use)
);

CREATE INDEX certificate_of_holder ON certificate (holder, issued_at DESC);
CREATE INDEX certificate_by_time ON certificate (issued_at DESC);

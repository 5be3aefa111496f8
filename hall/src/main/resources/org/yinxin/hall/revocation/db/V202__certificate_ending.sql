-- What was asked to be done to the status of a pair of certificates, and what the authority answered. A row is committed
-- before the authority is asked; its id names the change there, so that asking again changes nothing.
CREATE TABLE certificate_ending (
    id          uuid        PRIMARY KEY,
    place       bigint      GENERATED ALWAYS AS IDENTITY,
    pair        uuid        NOT NULL,
    deed        text        NOT NULL CHECK (deed IN ('REVOKE', 'SUPERSEDE', 'HOLD', 'RESUME')),
    reason      text        NOT NULL,
    case_number text,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('INTENDED', 'DONE', 'REFUSED')),
    attempts    integer     NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    since       timestamptz,
    refusal     text,
    answered_at timestamptz,
    CHECK ((state = 'DONE') = (since IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK ((state = 'INTENDED') = (answered_at IS NULL))
);

CREATE INDEX certificate_ending_of_pair ON certificate_ending (pair, place);
CREATE INDEX certificate_ending_due ON certificate_ending (next_try_at) WHERE state = 'INTENDED';

-- Somebody wants to act for a unit in the place of whoever acts for it now. What names the person is sealed.
CREATE TABLE handover (
    number      text        PRIMARY KEY,
    unit        text        NOT NULL CHECK (length(unit) = 18),
    account     uuid        NOT NULL,
    name        bytea       NOT NULL,
    document    bytea       NOT NULL,
    valid_until date        NOT NULL,
    ways        text[]      NOT NULL,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'WAITING', 'DONE', 'REFUSED', 'WITHDRAWN')),
    opened_at   timestamptz NOT NULL,
    -- Whether the recorded legal person was asked, which is done so many times a day only.
    asked_at    timestamptz,
    letter      text,
    letter_at   timestamptz,
    decided_at  timestamptz,
    decided_by  text,
    words       bytea,
    CHECK ((state = 'WAITING') <= (letter IS NOT NULL))
);
CREATE UNIQUE INDEX handover_one_open ON handover (unit, account) WHERE state IN ('OPEN', 'WAITING');
CREATE INDEX handover_waiting ON handover (letter_at, number) WHERE state = 'WAITING';
CREATE INDEX handover_of_unit ON handover (unit, opened_at);
CREATE INDEX handover_of_account ON handover (account, opened_at DESC);

-- Authorisations that ended before their day. The authorisation itself is never changed, so that what was in force on any
-- day can always be told.
CREATE TABLE subscriber_agent_end (
    source    text        PRIMARY KEY REFERENCES subscriber_agent,
    ended_at  timestamptz NOT NULL,
    how       text        NOT NULL CHECK (how IN ('HANDED_OVER', 'RESIGNED', 'WITHDRAWN')),
    by        text        NOT NULL,
    reference text        -- the hand-over that took its place; null for the others
);
CREATE INDEX subscriber_agent_of_account ON subscriber_agent (account, organisation);

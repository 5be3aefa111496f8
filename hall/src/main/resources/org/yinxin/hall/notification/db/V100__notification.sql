-- Short messages on their way. "recipient" and "body" are sealed, and are forgotten once the gateway has taken them.
CREATE TABLE notification_outbox (
    id          uuid PRIMARY KEY,
    state       text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'GIVEN_UP')),
    masked      text NOT NULL,
    template    text NOT NULL,
    recipient   bytea,
    body        bytea,
    created_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    worth_until timestamptz NOT NULL,
    attempts    integer NOT NULL DEFAULT 0,
    fault       text,
    ended_at    timestamptz,
    CHECK (state <> 'WAITING' OR (recipient IS NOT NULL AND body IS NOT NULL))
);

CREATE INDEX notification_outbox_due ON notification_outbox (due_at) WHERE state = 'WAITING';
CREATE INDEX notification_outbox_open ON notification_outbox (created_at DESC) WHERE state <> 'SENT';

-- Messages that people read in the hall. They are put into words when they are read; "arguments" is sealed JSON.
CREATE TABLE notification_inbox (
    id         uuid PRIMARY KEY,
    account    uuid NOT NULL,
    template   text NOT NULL,
    arguments  bytea NOT NULL,
    link       text CHECK (link LIKE '/%'),
    created_at timestamptz NOT NULL,
    read_at    timestamptz
);

CREATE INDEX notification_inbox_of_account ON notification_inbox (account, created_at DESC, id);

CREATE TABLE application (
    number             text        PRIMARY KEY,
    account            uuid        NOT NULL,
    plan               text        NOT NULL,
    plan_version       integer     NOT NULL,
    business           text        NOT NULL,
    opened_at          timestamptz NOT NULL,
    changed_at         timestamptz NOT NULL,
    ended_at           timestamptz,
    -- Whether the plan allows its account one open case only.
    single             boolean     NOT NULL,
    -- The common name applied for, of an organisation, and a keyed digest of its code.
    holder             text,
    holder_index       bytea,
    -- Whether this case takes the one place that the plan gives to its organisation, and until when.
    holder_claimed     boolean     NOT NULL DEFAULT false,
    claimed_until      timestamptz,
    -- What stands in the certificate, as it was submitted; sealed.
    submitted_subject  bytea,
    payment_order      uuid,
    issuance_order     uuid,
    certificates       text[]      NOT NULL DEFAULT '{}',
    version            integer     NOT NULL,
    FOREIGN KEY (plan, plan_version) REFERENCES plan_version (plan, version)
);

CREATE UNIQUE INDEX application_one_open
    ON application (account, plan, business) WHERE ended_at IS NULL AND single;
CREATE UNIQUE INDEX application_one_holder
    ON application (plan, business, holder_index) WHERE holder_claimed;
CREATE INDEX application_of_account ON application (account, opened_at DESC);

CREATE TABLE application_gate (
    number      text NOT NULL REFERENCES application (number),
    gate        text NOT NULL,
    state       text NOT NULL CHECK (state IN ('SHUT', 'OPEN', 'PASSED', 'RETURNED', 'REFUSED')),
    at          timestamptz,
    by          text,
    evidence    text,
    -- What it becomes when it is reopened.
    reopening   text NOT NULL CHECK (reopening IN ('SHUT', 'OPEN', 'RETURNED')),
    returned_at timestamptz,
    returned_by text,
    -- Why it was returned or refused; the officer's words may name people, so they are sealed.
    reasons     bytea,
    PRIMARY KEY (number, gate)
);
CREATE INDEX application_gate_open ON application_gate (gate, number) WHERE state = 'OPEN';

CREATE TABLE application_gate_history (
    number   text        NOT NULL REFERENCES application (number),
    position integer     NOT NULL,
    gate     text        NOT NULL,
    was      text        NOT NULL,
    became   text        NOT NULL,
    at       timestamptz NOT NULL,
    by       text        NOT NULL,
    evidence text,
    reasons  bytea,
    PRIMARY KEY (number, position)
);

CREATE TABLE application_field (
    number   text        NOT NULL REFERENCES application (number),
    name     text        NOT NULL,
    plain    text,
    sealed   bytea,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (number, name),
    CHECK ((plain IS NULL) <> (sealed IS NULL))
);

CREATE TABLE application_paper (
    number      text        NOT NULL REFERENCES application (number),
    paper       text        NOT NULL,
    sm3         text        NOT NULL,
    format      text        NOT NULL,
    bytes       bigint      NOT NULL,
    attached_at timestamptz NOT NULL,
    PRIMARY KEY (number, paper)
);

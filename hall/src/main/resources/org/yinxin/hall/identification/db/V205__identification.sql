-- Who has to be identified at which gate of a case, and how often it may be tried.
CREATE TABLE identification_check (
    case_number   text        NOT NULL,
    gate          text        NOT NULL,
    methods       text[]      NOT NULL,
    soft          boolean     NOT NULL,
    attempts      integer     NOT NULL CHECK (attempts > 0),
    used          integer     NOT NULL DEFAULT 0,
    blocked_until timestamptz,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'PASSED', 'WITHDRAWN')),
    opened_at     timestamptz NOT NULL,
    PRIMARY KEY (case_number, gate)
);

-- Each try with what proves its result. What was asked is kept as a keyed digest only; the source has the rest under
-- its reference. The link of a face is sealed and forgotten when the try ends.
CREATE TABLE identification_try (
    id              uuid PRIMARY KEY,
    case_number     text        NOT NULL,
    gate            text        NOT NULL,
    method          text        NOT NULL,
    state           text        NOT NULL
        CHECK (state IN ('INTENDED', 'CODE', 'FACE', 'PASSED', 'REFUSED', 'DROPPED')),
    started_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    provider        text        NOT NULL,
    reference       text,
    result          text CHECK (result IN ('MATCH', 'MISMATCH', 'UNKNOWN', 'CODE')),
    question_digest text        NOT NULL,
    subject_digest  text        NOT NULL,
    answer_digest   text,
    link            bytea,
    link_expires_at timestamptz,
    check_at        timestamptz,
    mobile_index    bytea,
    sent_to         text,
    code_digest     text,
    code_sent_at    timestamptz,
    code_expires_at timestamptz,
    codes_sent      integer     NOT NULL DEFAULT 0,
    FOREIGN KEY (case_number, gate) REFERENCES identification_check,
    CHECK ((state IN ('INTENDED', 'CODE', 'FACE')) = (ended_at IS NULL)),
    CHECK (state <> 'CODE' OR code_digest IS NOT NULL),
    CHECK (state <> 'FACE' OR link IS NOT NULL)
);

CREATE UNIQUE INDEX identification_try_one_live ON identification_try (case_number, gate)
    WHERE state IN ('INTENDED', 'CODE', 'FACE');
CREATE INDEX identification_try_check ON identification_try (case_number, gate, started_at);
CREATE INDEX identification_try_due ON identification_try (check_at) WHERE state = 'FACE';
CREATE INDEX identification_try_mobile ON identification_try (mobile_index, code_sent_at);

-- The unit's own account, proved by a secret in the memo of a small transfer.
CREATE TABLE identification_bank_check (
    case_number text        NOT NULL,
    gate        text        NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    attempts    integer     NOT NULL CHECK (attempts > 0),
    days        integer     NOT NULL CHECK (days > 0),
    state       text        NOT NULL CHECK (state IN ('OPEN', 'PASSED', 'WITHDRAWN')),
    opened_at   timestamptz NOT NULL,
    PRIMARY KEY (case_number, gate)
);

-- The secret itself is nowhere: it is computed from the transfer's number and the column key.
CREATE TABLE identification_transfer (
    id             uuid PRIMARY KEY,
    case_number    text        NOT NULL,
    gate           text        NOT NULL,
    state          text        NOT NULL
        CHECK (state IN ('INTENDED', 'SENT', 'PASSED', 'REFUSED', 'DEAD', 'DROPPED')),
    account        bytea       NOT NULL,
    account_digest text        NOT NULL,
    masked         text        NOT NULL,
    amount         bigint      NOT NULL,
    started_at     timestamptz NOT NULL,
    check_at       timestamptz,
    sent_at        timestamptz,
    expires_at     timestamptz,
    ended_at       timestamptz,
    reference      text,
    wrong          integer     NOT NULL DEFAULT 0,
    FOREIGN KEY (case_number, gate) REFERENCES identification_bank_check,
    CHECK ((state IN ('INTENDED', 'SENT')) = (ended_at IS NULL)),
    CHECK (state <> 'SENT' OR (sent_at IS NOT NULL AND expires_at IS NOT NULL))
);

CREATE UNIQUE INDEX identification_transfer_one_live ON identification_transfer (case_number, gate)
    WHERE state IN ('INTENDED', 'SENT');
CREATE INDEX identification_transfer_check ON identification_transfer (case_number, gate, started_at);
CREATE INDEX identification_transfer_due ON identification_transfer (check_at) WHERE state = 'INTENDED';

-- One row a case, for the queue; one row a round, for what was submitted and what became of it.
CREATE TABLE review_case (
    number       text        PRIMARY KEY,
    subscriber   text        NOT NULL,
    business_zh  text        NOT NULL,
    business_en  text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    submitted_at timestamptz NOT NULL,
    round        integer     NOT NULL CHECK (round > 0),
    warnings     integer     NOT NULL CHECK (warnings >= 0),
    state        text        NOT NULL CHECK (state IN ('WAITING', 'ENTERED', 'APPROVED', 'RETURNED', 'REFUSED')),
    since        timestamptz NOT NULL,
    officer      uuid,
    officer_name text,
    CHECK ((state = 'WAITING') = (officer IS NULL)),
    CHECK ((officer IS NULL) = (officer_name IS NULL))
);
CREATE INDEX review_case_queue ON review_case (state, since, number);
CREATE INDEX review_case_decided ON review_case (since DESC, number DESC)
    WHERE state IN ('APPROVED', 'RETURNED', 'REFUSED');

CREATE TABLE review_round (
    number           text        NOT NULL REFERENCES review_case,
    round            integer     NOT NULL CHECK (round > 0),
    submitted_at     timestamptz NOT NULL,
    dossier          bytea       NOT NULL, -- sealed
    changed          text[]      NOT NULL,
    reasons          jsonb       NOT NULL, -- the catalogue to choose from
    entered_by       uuid,
    entered_by_name  text,
    entered_at       timestamptz,
    verdicts         jsonb,
    note             bytea,                -- sealed
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    decision         text        CHECK (decision IN ('APPROVE', 'RETURN', 'REFUSE')),
    decision_reasons bytea,                -- sealed
    PRIMARY KEY (number, round),
    CHECK (num_nulls(entered_by, entered_by_name, entered_at, verdicts, note) IN (0, 5)),
    CHECK (num_nulls(decided_by, decided_by_name, decided_at, decision, decision_reasons) IN (0, 5)),
    -- Four eyes, also for whoever writes to the database by hand.
    CHECK (decided_by IS NULL OR (entered_by IS NOT NULL AND decided_by <> entered_by))
);

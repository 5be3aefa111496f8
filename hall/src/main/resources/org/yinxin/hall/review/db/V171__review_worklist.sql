-- By when it was promised, who works on it, and under which plan; cases from before have no promise and no known plan.
ALTER TABLE review_case
    ADD COLUMN plan          text NOT NULL DEFAULT 'unknown',
    ADD COLUMN warn_at       timestamptz,
    ADD COLUMN due_at        timestamptz,
    ADD COLUMN queue_at      timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(due_at, submitted_at)) STORED,
    ADD COLUMN claimed_by    uuid,
    ADD COLUMN claimed_name  text,
    ADD COLUMN claimed_until timestamptz,
    ADD CHECK (num_nulls(warn_at, due_at) IN (0, 2)),
    ADD CHECK (num_nulls(claimed_by, claimed_name, claimed_until) IN (0, 3));
ALTER TABLE review_case ALTER COLUMN plan DROP DEFAULT;

-- One index for each question of the queue: it is walked in order from a place in it, and never skipped over.
DROP INDEX review_case_queue;
CREATE INDEX review_case_waiting ON review_case (queue_at, number) WHERE state = 'WAITING';
CREATE INDEX review_case_entered ON review_case (queue_at, number) WHERE state = 'ENTERED';
CREATE INDEX review_case_open_of_plan ON review_case (plan, state, queue_at, number)
    WHERE state IN ('WAITING', 'ENTERED');
CREATE INDEX review_case_late ON review_case (due_at, warn_at) WHERE state IN ('WAITING', 'ENTERED');
CREATE INDEX review_case_claimed ON review_case (claimed_by, queue_at, number) WHERE claimed_by IS NOT NULL;
CREATE INDEX review_case_decided_of_plan ON review_case (plan, since DESC, number DESC)
    WHERE state IN ('APPROVED', 'RETURNED', 'REFUSED');
CREATE INDEX review_case_decided_by ON review_case (officer, since DESC, number DESC)
    WHERE state IN ('APPROVED', 'RETURNED', 'REFUSED');
CREATE INDEX review_case_refused ON review_case (since DESC, number DESC) WHERE state = 'REFUSED';

-- Names and numbers are found by any part. Pairs of characters serve Chinese, where words have no spaces between them.
CREATE FUNCTION review_pairs(whole text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(whole), at, 2)), '{}')
      FROM generate_series(1, length(whole) - 1) AS at
$$;
CREATE INDEX review_case_pairs ON review_case USING gin (review_pairs(number || ' ' || subscriber));

CREATE TABLE review_note (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number       text        NOT NULL REFERENCES review_case,
    written_by   uuid        NOT NULL,
    written_name text        NOT NULL,
    written_at   timestamptz NOT NULL,
    note         bytea       NOT NULL -- sealed
);
CREATE INDEX review_note_of_case ON review_note (number, id DESC);

-- For which reasons a case was refused; the words are in its round, sealed. And a tally, kept by adding rows.
CREATE TABLE review_refusal (
    reason text NOT NULL,
    number text NOT NULL REFERENCES review_case,
    PRIMARY KEY (reason, number)
);
CREATE TABLE review_refusal_tally (
    day      date   NOT NULL,
    plan     text   NOT NULL,
    reason   text   NOT NULL,
    words_zh text   NOT NULL,
    words_en text   NOT NULL,
    cases    bigint NOT NULL
);
CREATE INDEX review_refusal_tally_day ON review_refusal_tally (day);

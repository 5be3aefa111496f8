-- Visitors at the counter (现场受理): who was received, whose papers were seen, and by whom of the staff. The cases
-- themselves are like any other; what stands here is what an officer vouches for.
CREATE TABLE counter_visit (
    id            uuid        PRIMARY KEY,
    account       uuid        NOT NULL,
    masked        text        NOT NULL,
    mobile        bytea       NOT NULL,
    -- The person, as in the original document that the officer held in hand.
    name          bytea       NOT NULL,
    identity      bytea       NOT NULL,
    received_by   uuid        NOT NULL,
    received_name text        NOT NULL,
    received_at   timestamptz NOT NULL
);

CREATE TABLE counter_case (
    number       text        PRIMARY KEY,
    visit        uuid        NOT NULL REFERENCES counter_visit (id),
    entered_by   uuid        NOT NULL,
    entered_name text        NOT NULL,
    entered_at   timestamptz NOT NULL
);
CREATE INDEX counter_case_of_officer ON counter_case (entered_by, entered_at, number);

-- Everybody of the staff who had a hand in entering a case: none of them decides it.
CREATE TABLE counter_officer (
    number  text NOT NULL,
    officer uuid NOT NULL,
    PRIMARY KEY (number, officer)
);

-- The originals: seen and given back, or kept.
CREATE TABLE counter_original (
    number       text        NOT NULL,
    paper        text        NOT NULL,
    kept         boolean     NOT NULL,
    officer      uuid        NOT NULL,
    officer_name text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (number, paper)
);

-- The ordinary week, in one row: days of the week from Monday (1), and hours such as 09:00-12:00.
CREATE TABLE calendar_hours (
    only_one   boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    weekdays   smallint[]  NOT NULL CHECK (cardinality(weekdays) > 0),
    spans      text[]      NOT NULL CHECK (cardinality(spans) > 0),
    changed_by text,
    changed_at timestamptz
);
INSERT INTO calendar_hours (weekdays, spans)
VALUES ('{1,2,3,4,5}', '{09:00-12:00,13:30-17:00}');

-- Holidays, and working days that make up for them.
CREATE TABLE calendar_day (
    day        date        PRIMARY KEY,
    working    boolean     NOT NULL,
    name       text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

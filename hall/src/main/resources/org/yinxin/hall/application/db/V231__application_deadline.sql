-- When the hall looks at a case again that waits for its subscriber: to remind, or to close it. The moment may be
-- early; what is due is decided from the case itself.
CREATE TABLE application_deadline (
    number      text        PRIMARY KEY REFERENCES application (number),
    due_at      timestamptz,
    reminded_at timestamptz
);
CREATE INDEX application_deadline_due ON application_deadline (due_at, number) WHERE due_at IS NOT NULL;

-- What each walk over a journal's chain found. The head of an intact walk is kept here, in the hall's schema and out of
-- reach of the owner of any other journal: the next walk must meet it again.
CREATE TABLE audit_verification (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    journal  text NOT NULL,
    at       timestamptz NOT NULL,
    by_whom  text NOT NULL,
    position bigint NOT NULL,
    link     text,
    unsealed bigint NOT NULL,
    fault    text,
    broken_id bigint,
    CHECK ((fault IS NULL) = (link IS NOT NULL))
);

CREATE INDEX audit_verification_newest ON audit_verification (journal, id DESC);

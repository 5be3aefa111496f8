-- Released plans. Rows are added and never changed: an application is judged by the version it was opened under.
CREATE TABLE plan_version (
    plan        text        NOT NULL,
    version     integer     NOT NULL CHECK (version > 0),
    sm3         text        NOT NULL,
    source      text        NOT NULL,
    released_at timestamptz NOT NULL,
    PRIMARY KEY (plan, version)
);

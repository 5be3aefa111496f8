-- What the hall knows of a case besides its answers, for the conditions of its plan.
CREATE TABLE application_fact (
    number text NOT NULL REFERENCES application (number),
    fact   text NOT NULL,
    value  text NOT NULL,
    PRIMARY KEY (number, fact)
);

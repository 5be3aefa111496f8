-- What a case can be found by: keyed digests of numbers in its answers. They say nothing without the column key.
CREATE TABLE application_identifier (
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    number text  NOT NULL REFERENCES application (number),
    kind   text  NOT NULL,
    PRIMARY KEY (digest, number)
);
CREATE INDEX application_identifier_of_case ON application_identifier (number);

-- Cases from before are indexed by a job.
ALTER TABLE application ADD COLUMN identified boolean NOT NULL DEFAULT false;
CREATE INDEX application_unidentified ON application (number) WHERE NOT identified;

CREATE INDEX application_by_holder ON application (holder COLLATE "C", number) WHERE holder IS NOT NULL;

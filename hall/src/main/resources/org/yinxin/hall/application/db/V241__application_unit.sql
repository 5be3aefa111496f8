-- For which organisation a case is, by its credit code, as soon as that is known; null for people's own cases.
ALTER TABLE application ADD COLUMN unit text;
UPDATE application AS a SET unit = c.organisation_code
  FROM certificate AS c
 WHERE c.use = 'SIGN' AND length(c.organisation_code) = 18 AND c.case_number = a.number;
UPDATE application AS a SET unit = c.organisation_code
  FROM certificate AS c
 WHERE a.unit IS NULL AND c.use = 'SIGN' AND length(c.organisation_code) = 18 AND c.pair = a.about_pair;
UPDATE application AS a SET unit = upper(f.plain)
  FROM application_field AS f
 WHERE a.unit IS NULL AND f.number = a.number AND f.name = 'creditCode'
   AND upper(f.plain) ~ '^[0-9A-HJ-NP-RT-UW-Y]{18}$';
CREATE INDEX application_of_unit ON application (account, unit, opened_at DESC) WHERE unit IS NOT NULL;

-- Who had a case before whom. Its history says who did what; this says who could see it when.
CREATE TABLE application_handover (
    number       text        NOT NULL REFERENCES application (number),
    handover     text        NOT NULL,
    from_account uuid        NOT NULL,
    to_account   uuid        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (number, handover)
);

-- A whole credit code finds an organisation's certificates at once.
CREATE INDEX certificate_by_code ON certificate (organisation_code) WHERE organisation_code IS NOT NULL;

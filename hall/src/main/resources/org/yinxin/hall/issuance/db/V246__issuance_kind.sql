-- Whom the pair names; before, all were ordered as an organisation's.
ALTER TABLE issuance ADD COLUMN kind text NOT NULL DEFAULT 'ORGANISATION'
    CHECK (kind IN ('ORGANISATION', 'ORGANISATION_PERSON', 'NATURAL_PERSON', 'DEVICE'));
ALTER TABLE issuance ALTER COLUMN kind DROP DEFAULT;

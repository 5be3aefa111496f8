-- A holder's certificates of one organisation, newest first.
CREATE INDEX certificate_of_unit ON certificate (holder, organisation_code, issued_at DESC)
 WHERE organisation_code IS NOT NULL;

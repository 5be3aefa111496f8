-- The ledger is read from a place in it, newest first; the halves of a pair stand together.
DROP INDEX certificate_by_time;
CREATE INDEX certificate_by_time ON certificate (issued_at DESC, pair DESC, use DESC);
CREATE INDEX certificate_of_case ON certificate (case_number);
CREATE INDEX certificate_by_serial ON certificate (serial COLLATE "C");

-- Names and codes are found by any part. Pairs of characters serve Chinese, where words have no spaces between them; a
-- single one is found too.
CREATE FUNCTION certificate_parts(whole text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT part), '{}')
      FROM generate_series(1, length(whole)) AS at,
           LATERAL (VALUES (substr(lower(whole), at, 1)), (substr(lower(whole), at, 2))) AS cut (part)
$$;
CREATE FUNCTION certificate_names(organisation text, common_name text, organisation_code text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN organisation = common_name THEN organisation ELSE organisation || chr(10) || common_name END
           || chr(10) || coalesce(organisation_code, '')
$$;
CREATE INDEX certificate_by_part ON certificate
    USING gin (certificate_parts(certificate_names(organisation, common_name, organisation_code)));

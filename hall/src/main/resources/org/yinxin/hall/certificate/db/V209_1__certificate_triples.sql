-- Three characters in a row tell far more than two: of a million names that are made of the same few words, one pair in
-- the middle is in tens of thousands.
DROP INDEX certificate_by_part;
CREATE OR REPLACE FUNCTION certificate_parts(whole text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(whole), at, size)), '{}')
      FROM generate_series(1, length(whole)) AS at, generate_series(1, 3) AS size
     WHERE at + size - 1 <= length(whole)
$$;
CREATE INDEX certificate_by_part ON certificate
    USING gin (certificate_parts(certificate_names(organisation, common_name, organisation_code)));

-- A single character is found too, and each part of the queue has an index of its own: the open cases are few, and are
-- not looked for among all that were ever decided.
CREATE FUNCTION review_parts(whole text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT part), '{}')
      FROM generate_series(1, length(whole)) AS at,
           LATERAL (VALUES (substr(lower(whole), at, 1)), (substr(lower(whole), at, 2))) AS cut (part)
$$;
DROP INDEX review_case_pairs;
DROP FUNCTION review_pairs(text);
CREATE INDEX review_case_parts_waiting ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state = 'WAITING';
CREATE INDEX review_case_parts_entered ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state = 'ENTERED';
CREATE INDEX review_case_parts_decided ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state IN ('APPROVED', 'RETURNED', 'REFUSED');

-- Three characters in a row tell far more than two: of a million names that are made of the same few words, one pair in
-- the middle is in tens of thousands.
DROP INDEX review_case_parts_waiting;
DROP INDEX review_case_parts_entered;
DROP INDEX review_case_parts_decided;
CREATE OR REPLACE FUNCTION review_parts(whole text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(lower(whole), at, size)), '{}')
      FROM generate_series(1, length(whole)) AS at, generate_series(1, 3) AS size
     WHERE at + size - 1 <= length(whole)
$$;
CREATE INDEX review_case_parts_waiting ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state = 'WAITING';
CREATE INDEX review_case_parts_entered ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state = 'ENTERED';
CREATE INDEX review_case_parts_decided ON review_case USING gin (review_parts(number || ' ' || subscriber))
    WHERE state IN ('APPROVED', 'RETURNED', 'REFUSED');

-- What is late is counted and listed without the cases that are not, and the refusals for a reason in the order in which
-- they are read.
CREATE INDEX review_case_late_waiting ON review_case (due_at, number) WHERE state = 'WAITING';
CREATE INDEX review_case_late_entered ON review_case (due_at, number) WHERE state = 'ENTERED';
ALTER TABLE review_refusal ADD COLUMN refused_at timestamptz;
UPDATE review_refusal AS f SET refused_at = c.since FROM review_case AS c WHERE c.number = f.number;
ALTER TABLE review_refusal ALTER COLUMN refused_at SET NOT NULL;
CREATE INDEX review_refusal_newest ON review_refusal (reason, refused_at DESC, number DESC);

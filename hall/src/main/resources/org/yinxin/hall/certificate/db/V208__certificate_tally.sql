-- Issued pairs by day of Asia/Shanghai: rows are added by whoever writes a pair down, and folded now and then.
CREATE TABLE certificate_tally (
    day   date   NOT NULL,
    pairs bigint NOT NULL
);
CREATE INDEX certificate_tally_day ON certificate_tally (day);
INSERT INTO certificate_tally (day, pairs)
SELECT (issued_at AT TIME ZONE 'Asia/Shanghai')::date, count(*) FROM certificate WHERE use = 'SIGN' GROUP BY 1;

CREATE FUNCTION certificate_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO certificate_tally (day, pairs)
    SELECT (issued_at AT TIME ZONE 'Asia/Shanghai')::date, count(*) FROM added WHERE use = 'SIGN' GROUP BY 1;
    RETURN NULL;
END
$$;
CREATE TRIGGER certificate_is_counted AFTER INSERT ON certificate
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION certificate_is_counted();

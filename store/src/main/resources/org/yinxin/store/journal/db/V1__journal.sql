-- Who did what to which thing. A row is written in the transaction of its fact; "position" and "link" are filled in
-- later, once, by the sealer. Everything else never changes.
CREATE TABLE journal (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    actor    text NOT NULL,
    action   text NOT NULL,
    subject  text NOT NULL,
    details  jsonb NOT NULL,
    position bigint UNIQUE CHECK (position > 0),
    link     bytea CHECK (octet_length(link) = 32),
    CHECK ((position IS NULL) = (link IS NULL))
);

CREATE INDEX journal_unsealed ON journal (id) WHERE position IS NULL;
CREATE INDEX journal_by_subject ON journal (subject, id);
CREATE INDEX journal_by_actor ON journal (actor, id);

CREATE FUNCTION journal_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND OLD.position IS NULL
        AND (NEW.id, NEW.at, NEW.actor, NEW.action, NEW.subject, NEW.details)
            IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD.action, OLD.subject, OLD.details)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER journal_row_is_final BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_refuses_change();
CREATE TRIGGER journal_stays BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuses_change();

-- The octets of a list may be removed once it has run out and another of its kind is there; nothing of them is ever changed.
CREATE FUNCTION keep_octets_of_current_lists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM crl c JOIN crl f
            ON f.authority = c.authority AND f.shard = c.shard AND (f.base IS NULL) = (c.base IS NULL)
                AND f.number > c.number
        WHERE c.authority = OLD.authority AND c.number = OLD.number AND c.next_update < now())
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the octets of a list that may be asked for are final: % refused', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER crl_part_is_final ON crl_part;
CREATE TRIGGER crl_part_is_kept BEFORE UPDATE OR DELETE ON crl_part
    FOR EACH ROW EXECUTE FUNCTION keep_octets_of_current_lists();

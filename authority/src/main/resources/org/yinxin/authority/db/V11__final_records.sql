-- What was going to be signed, what was signed and what was published is never changed afterwards, whoever asks.
CREATE FUNCTION refuse_change_of_final_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a row of % is final: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER intended_certificate_is_final BEFORE UPDATE OR DELETE ON intended_certificate
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();
CREATE TRIGGER certificate_is_final BEFORE UPDATE OR DELETE ON certificate
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();
CREATE TRIGGER crl_is_final BEFORE UPDATE OR DELETE ON crl
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- A revoked serial never becomes good again, and no serial loses its status.
CREATE FUNCTION keep_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'GOOD'
        AND (NEW.authority, NEW.serial) IS NOT DISTINCT FROM (OLD.authority, OLD.serial)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the status of a serial is not taken back: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER certificate_status_keeps_revocation BEFORE UPDATE OR DELETE ON certificate_status
    FOR EACH ROW EXECUTE FUNCTION keep_revocation();

-- Numbers of CRLs and counts of revocations only grow.
CREATE FUNCTION keep_counters_growing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last_crl_number < OLD.last_crl_number OR NEW.revocations < OLD.revocations THEN
        RAISE EXCEPTION 'the counters of an authority only grow' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER certification_authority_counters_grow BEFORE UPDATE ON certification_authority
    FOR EACH ROW EXECUTE FUNCTION keep_counters_growing();

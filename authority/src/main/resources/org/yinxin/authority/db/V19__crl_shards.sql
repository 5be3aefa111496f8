-- A large authority spreads its certificates over several lists. In which one a certificate is stands in the certificate
-- itself, so it is settled when the certificate is intended, and stays; 0 is for those that name the list of all.
ALTER TABLE intended_certificate ADD COLUMN shard smallint NOT NULL DEFAULT 0 CHECK (shard >= 0);
ALTER TABLE certificate_status ADD COLUMN shard smallint NOT NULL DEFAULT 0 CHECK (shard >= 0);
CREATE INDEX certificate_status_shard ON certificate_status (authority, shard, serial)
    INCLUDE (revoked_at, reason) WHERE shard > 0 AND state <> 'GOOD';
CREATE INDEX certificate_status_shard_change ON certificate_status (authority, shard, change)
    WHERE shard > 0 AND change IS NOT NULL;

-- The highest that any certificate names. So many lists are published, over however few new certificates are spread.
ALTER TABLE certification_authority ADD COLUMN crl_shards smallint NOT NULL DEFAULT 0 CHECK (crl_shards >= 0);

ALTER TABLE crl ADD COLUMN shard smallint NOT NULL DEFAULT 0 CHECK (shard >= 0);
DROP INDEX crl_full;
DROP INDEX crl_full_end;
DROP INDEX crl_delta;
CREATE INDEX crl_full ON crl (authority, shard, number) WHERE base IS NULL;
CREATE INDEX crl_full_end ON crl (authority, shard, next_update) WHERE base IS NULL;
CREATE INDEX crl_delta ON crl (authority, shard, number) WHERE base IS NOT NULL;

CREATE OR REPLACE FUNCTION keep_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state IN ('GOOD', 'HELD')
        AND (NEW.authority, NEW.serial, NEW.shard) IS NOT DISTINCT FROM (OLD.authority, OLD.serial, OLD.shard)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the status of a serial is not taken back: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION keep_counters_growing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.last_crl_number < OLD.last_crl_number OR NEW.revocations < OLD.revocations
        OR NEW.crl_shards < OLD.crl_shards
    THEN
        RAISE EXCEPTION 'the counters of an authority only grow' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

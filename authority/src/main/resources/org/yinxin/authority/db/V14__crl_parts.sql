-- A list may have a million entries: its octets are rows of a bounded size, which are written and read one at a time.
CREATE TABLE crl_part (
    authority text NOT NULL,
    number    bigint NOT NULL,
    part      integer NOT NULL CHECK (part >= 0),
    octets    bytea NOT NULL,
    PRIMARY KEY (authority, number, part),
    FOREIGN KEY (authority, number) REFERENCES crl
);

-- Serial numbers are random: trying to compress them costs more than all the rest.
ALTER TABLE crl_part ALTER COLUMN octets SET STORAGE EXTERNAL;

INSERT INTO crl_part (authority, number, part, octets) SELECT authority, number, 0, encoded FROM crl;

CREATE TRIGGER crl_part_is_final BEFORE UPDATE OR DELETE ON crl_part
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

-- "base" is null for a full list and otherwise the number of the full list whose changes this one tells. A list without
-- a length is older than this and was followed by another right away.
ALTER TABLE crl
    DROP COLUMN encoded,
    ADD COLUMN base    bigint,
    ADD COLUMN entries bigint CHECK (entries >= 0),
    ADD COLUMN length  bigint CHECK (length > 0),
    ADD CONSTRAINT crl_length CHECK ((entries IS NULL) = (length IS NULL)),
    ADD CONSTRAINT crl_base CHECK (base < number);

CREATE INDEX crl_full ON crl (authority, number) WHERE base IS NULL;
CREATE INDEX crl_full_end ON crl (authority, next_update) WHERE base IS NULL;
CREATE INDEX crl_delta ON crl (authority, number) WHERE base IS NOT NULL;

-- Everything that a list says, in its order, without looking at the table.
DROP INDEX certificate_status_revoked;
CREATE INDEX certificate_status_revoked ON certificate_status (authority, serial)
    INCLUDE (revoked_at, reason) WHERE state <> 'GOOD';

GRANT SELECT ON crl_part TO yinxin_status;

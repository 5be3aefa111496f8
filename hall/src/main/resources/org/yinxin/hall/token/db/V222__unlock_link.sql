-- A link to the agent's mail address grants an unlocking too. Only a digest of what is in the link is kept.
ALTER TABLE token_unlocking
    ADD COLUMN email       bytea,
    ADD COLUMN link_digest bytea CHECK (octet_length(link_digest) = 32),
    ADD COLUMN link_sent   timestamptz,
    ADD CHECK ((link_digest IS NULL) = (link_sent IS NULL));
DROP INDEX token_unlocking_waiting;
CREATE INDEX token_unlocking_waiting ON token_unlocking (opened_at, case_number)
    WHERE done_at IS NULL AND refused_at IS NULL AND modes ~ '(OFFICER|COUNTER)';

-- What a machine has had is counted when it asks for the next one; among thousands that costs more than the rest of it.
-- Never less than what counts against the machine: orders of which nothing came are in it until they are forgotten.
ALTER TABLE machine ADD COLUMN reserved integer NOT NULL DEFAULT 0 CHECK (reserved >= 0);
UPDATE machine m SET reserved = (SELECT count(*) FROM machine_certificate c WHERE c.machine = m.name);

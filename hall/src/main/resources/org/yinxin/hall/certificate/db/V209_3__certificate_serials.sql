-- The beginning of a serial can have many, of which the newest are shown: the index alone says which ones these are.
DROP INDEX certificate_by_serial;
CREATE INDEX certificate_by_serial ON certificate (serial COLLATE "C") INCLUDE (issued_at, pair, use);

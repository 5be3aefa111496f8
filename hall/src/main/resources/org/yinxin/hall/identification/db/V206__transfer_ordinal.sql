-- Two transfers of one instant: the clock cannot tell which came last.
ALTER TABLE identification_transfer ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY;

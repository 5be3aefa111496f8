-- Walked from a place in it; a case may have several deliveries.
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (due_at, case_number, gate) WHERE state = 'DUE';

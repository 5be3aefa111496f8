-- How many cases stand at which gate. Rows are added in the transaction that moves a gate, so that nobody waits for a
-- common counter, and are folded now and then; the sum is always the truth.
CREATE TABLE application_gate_tally (
    plan  text   NOT NULL,
    gate  text   NOT NULL,
    cases bigint NOT NULL
);
CREATE INDEX application_gate_tally_gate ON application_gate_tally (plan, gate);
INSERT INTO application_gate_tally (plan, gate, cases)
SELECT a.plan, g.gate, count(*) FROM application_gate g JOIN application a ON a.number = g.number
 WHERE g.state = 'OPEN' GROUP BY a.plan, g.gate;

CREATE FUNCTION application_gates_are_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO application_gate_tally (plan, gate, cases)
        SELECT a.plan, g.gate, count(*) FROM added g JOIN application a ON a.number = g.number
         WHERE g.state = 'OPEN' GROUP BY a.plan, g.gate;
    ELSE
        INSERT INTO application_gate_tally (plan, gate, cases)
        SELECT a.plan, g.gate, sum(g.cases)
          FROM (SELECT number, gate, 1 AS cases FROM added WHERE state = 'OPEN'
                UNION ALL
                SELECT number, gate, -1 FROM gone WHERE state = 'OPEN') AS g
          JOIN application a ON a.number = g.number
         GROUP BY a.plan, g.gate HAVING sum(g.cases) <> 0;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER application_gates_are_counted AFTER INSERT ON application_gate
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION application_gates_are_counted();
CREATE TRIGGER application_gates_are_counted_anew AFTER UPDATE ON application_gate
    REFERENCING NEW TABLE AS added OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION application_gates_are_counted();

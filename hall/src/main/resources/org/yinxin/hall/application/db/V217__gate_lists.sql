-- A gate knows its plan and since when it stands as it does, so that the lists of what is open are walked in an index
-- from a place in them, also where one plan in a thousand is asked for, and never sorted whole.
ALTER TABLE application_gate ADD COLUMN plan text, ADD COLUMN since timestamptz;
UPDATE application_gate AS g
   SET plan = a.plan,
       since = coalesce((SELECT max(h.at) FROM application_gate_history AS h
                          WHERE h.number = g.number AND h.gate = g.gate AND h.became = g.state), a.opened_at)
  FROM application AS a
 WHERE a.number = g.number;
ALTER TABLE application_gate ALTER COLUMN plan SET NOT NULL, ALTER COLUMN since SET NOT NULL;

CREATE INDEX application_gate_open_of_plan ON application_gate (plan, gate, number) WHERE state = 'OPEN';
CREATE INDEX application_gate_waiting ON application_gate (plan, gate, since, number) WHERE state = 'OPEN';

-- Who released a version. What lay in the program's own package was released by the start that found it there.
ALTER TABLE plan_version ADD COLUMN proposed_by text;
ALTER TABLE plan_version ADD COLUMN released_by text;

-- What one person has proposed and another has not released yet. Decided ones stay, to be looked up.
CREATE TABLE plan_proposal (
    id          uuid PRIMARY KEY,
    plan        text        NOT NULL,
    -- The newest version when it was proposed; 0 for a plan that was not there.
    base        integer     NOT NULL CHECK (base >= 0),
    sm3         text        NOT NULL,
    source      text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposer    text        NOT NULL,
    proposed_by text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'RELEASED', 'WITHDRAWN')),
    decided_at  timestamptz,
    decided_by  text,
    CHECK ((state = 'OPEN') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);
CREATE UNIQUE INDEX plan_proposal_one_open ON plan_proposal (plan) WHERE state = 'OPEN';

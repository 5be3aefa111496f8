-- For which further projects a certificate was enabled (应用开通). A successor goes on with those of its predecessors.
CREATE TABLE certificate_enablement (
    pair        uuid        NOT NULL,
    project     text        NOT NULL CHECK (project <> ''),
    name_zh     text        NOT NULL,
    name_en     text        NOT NULL,
    case_number text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (pair, project)
);

COMMENT ON COLUMN certificate_enablement.project IS 'plan and option, such as neighbour:health';

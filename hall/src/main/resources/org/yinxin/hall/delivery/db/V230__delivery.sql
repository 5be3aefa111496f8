-- What is to be handed over, and how it was. Who receives it and where stays with the case alone.
CREATE TABLE delivery (
    case_number     text        NOT NULL,
    gate            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('DUE', 'WITHDRAWN', 'HANDED_OVER')),
    ways            text[]      NOT NULL,
    wanted          text,
    due_at          timestamptz NOT NULL,
    way             text,
    carrier         text,
    tracking_number text,
    handed_over_at  timestamptz,
    handed_over_by  text,
    PRIMARY KEY (case_number, gate),
    CHECK ((state = 'HANDED_OVER') = (way IS NOT NULL)),
    CHECK ((way IS NULL) = (handed_over_at IS NULL) AND (way IS NULL) = (handed_over_by IS NULL)),
    CHECK ((carrier IS NULL) = (tracking_number IS NULL))
);
CREATE INDEX delivery_due ON delivery (due_at, case_number) WHERE state = 'DUE';
CREATE INDEX delivery_handed_over ON delivery (handed_over_at DESC) WHERE state = 'HANDED_OVER';

-- What stood there before a mistyped number was corrected.
CREATE TABLE delivery_correction (
    case_number     text        NOT NULL,
    gate            text        NOT NULL,
    at              timestamptz NOT NULL,
    by              text        NOT NULL,
    carrier         text        NOT NULL,
    tracking_number text        NOT NULL,
    FOREIGN KEY (case_number, gate) REFERENCES delivery
);
CREATE INDEX delivery_correction_of ON delivery_correction (case_number, gate);

-- Which pair took the place of which: written when the new one was proved to be on its medium.
CREATE TABLE certificate_succession (
    pair        uuid        PRIMARY KEY,
    predecessor uuid        NOT NULL,
    at          timestamptz NOT NULL,
    CHECK (pair <> predecessor)
);

CREATE INDEX certificate_succession_of ON certificate_succession (predecessor, at);

COMMENT ON TABLE certificate_succession IS 'A pair has one predecessor; it has one successor too, unless it was renewed again after its successor was lost';

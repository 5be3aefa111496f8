-- What is in the archive folder. The bytes are there, encrypted, under the same digest.
CREATE TABLE archive_paper (
    sm3       text        PRIMARY KEY CHECK (sm3 ~ '^[0-9a-f]{64}$'),
    format    text        NOT NULL CHECK (format IN ('JPEG', 'PNG', 'BMP')),
    width     integer     NOT NULL CHECK (width > 0),
    height    integer     NOT NULL CHECK (height > 0),
    bytes     bigint      NOT NULL CHECK (bytes > 0),
    stored_by text        NOT NULL,
    stored_at timestamptz NOT NULL
);

-- Letters go the same way as short messages. "subject" is sealed, like the text.
ALTER TABLE notification_outbox
    ADD COLUMN channel text NOT NULL DEFAULT 'SMS' CHECK (channel IN ('SMS', 'MAIL')),
    ADD COLUMN subject bytea;
ALTER TABLE notification_outbox ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE notification_outbox
    ADD CHECK (channel = 'MAIL' OR subject IS NULL),
    ADD CHECK (state <> 'WAITING' OR channel = 'SMS' OR subject IS NOT NULL);

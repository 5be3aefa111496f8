-- Each content that a profile ever had while certificates were made under it. The column issuance_intent.profile names one
-- as name@version; older intents name a profile that was not a file yet.
CREATE TABLE certificate_profile (
    name    text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,59}$'),
    version integer NOT NULL CHECK (version > 0),
    sm3     bytea NOT NULL CHECK (octet_length(sm3) = 32),
    content text NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (name, version),
    UNIQUE (name, sm3)
);

CREATE TRIGGER certificate_profile_is_final BEFORE UPDATE OR DELETE ON certificate_profile
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_record();

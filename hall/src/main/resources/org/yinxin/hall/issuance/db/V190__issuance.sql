-- Orders for pairs. One is committed before the authority or the key management centre is asked for anything, and both
-- are asked with its id; a case has one order that was not refused.
CREATE TABLE issuance (
    id                uuid        PRIMARY KEY,
    case_number       text        NOT NULL,
    holder            uuid        NOT NULL,
    authority         text        NOT NULL,
    country           text        NOT NULL,
    province          text,
    locality          text,
    organisation      text        NOT NULL,
    common_name       text        NOT NULL,
    organisation_code text,
    years             integer     NOT NULL,
    not_before        timestamptz NOT NULL,
    not_after         timestamptz NOT NULL,
    request           bytea       NOT NULL,
    state             text        NOT NULL CHECK (state IN ('INTENDED', 'REFUSED', 'ISSUED', 'INSTALLED')),
    intended_at       timestamptz NOT NULL,
    refusal           text        CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    issued_at         timestamptz CHECK ((state IN ('ISSUED', 'INSTALLED')) = (issued_at IS NOT NULL)),
    installed_at      timestamptz CHECK ((state = 'INSTALLED') = (installed_at IS NOT NULL)),
    chain             bytea[],
    envelope          bytea,
    to_sign           bytea,
    encrypted         bytea,
    decrypted_sm3     bytea,
    CHECK ((issued_at IS NOT NULL) = (num_nonnulls(chain, envelope, to_sign, encrypted, decrypted_sm3) = 5)),
    CHECK ((issued_at IS NULL) = (num_nonnulls(chain, envelope, to_sign, encrypted, decrypted_sm3) = 0))
);

CREATE UNIQUE INDEX issuance_of_case ON issuance (case_number) WHERE state <> 'REFUSED';

COMMENT ON COLUMN issuance.request IS 'PKCS#10, DER; the subject is the approved one and not the one in here';
COMMENT ON COLUMN issuance.envelope IS 'SM2EnvelopedKey, which only the signing key opens';
COMMENT ON COLUMN issuance.decrypted_sm3 IS 'SM3 of what the encryption key has to find in "encrypted"';

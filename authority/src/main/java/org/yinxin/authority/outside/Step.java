package org.yinxin.authority.outside;

/** Where an issuance can be cut off. */
enum Step {
    ORDER_ADMITTED,
    SIGNING_ON_RECORD,
    SIGNING_ANSWERED,
    SIGNING_BROUGHT,
    SIGNING_CONFIRMATION_ANSWERED,
    SIGNING_CONFIRMED,
    ENCRYPTION_ON_RECORD,
    ENCRYPTION_ANSWERED,
    ENCRYPTION_BROUGHT,
    ENCRYPTION_CONFIRMATION_ANSWERED,
    ENCRYPTION_CONFIRMED,
    PAIR_WRITTEN,
    COMMITTED;

    /** Committed what is going to be sent. */
    static Step onRecord(Half half) {
        return switch (half) {
            case SIGNING -> SIGNING_ON_RECORD;
            case ENCRYPTION -> ENCRYPTION_ON_RECORD;
        };
    }

    /** The certificate has come and is nowhere but in this process. */
    static Step answered(Half half) {
        return switch (half) {
            case SIGNING -> SIGNING_ANSWERED;
            case ENCRYPTION -> ENCRYPTION_ANSWERED;
        };
    }

    /** Committed the certificate. */
    static Step brought(Half half) {
        return switch (half) {
            case SIGNING -> SIGNING_BROUGHT;
            case ENCRYPTION -> ENCRYPTION_BROUGHT;
        };
    }

    /** The authority knows that we took it, and we have not written that down. */
    static Step confirmationAnswered(Half half) {
        return switch (half) {
            case SIGNING -> SIGNING_CONFIRMATION_ANSWERED;
            case ENCRYPTION -> ENCRYPTION_CONFIRMATION_ANSWERED;
        };
    }

    /** Committed that it knows. */
    static Step confirmed(Half half) {
        return switch (half) {
            case SIGNING -> SIGNING_CONFIRMED;
            case ENCRYPTION -> ENCRYPTION_CONFIRMED;
        };
    }
}

package org.yinxin.keyagent.web;

import org.yinxin.keyagent.medium.KeyRefusal;

/** Everything that a page may be refused, with the status of its answer. */
enum Refusal {
    /** The page does not come from a hall that this agent serves. */
    FOREIGN_ORIGIN(403),
    /** The request was addressed to another name than this computer's own. */
    FOREIGN_HOST(403),
    NO_SUCH_DOOR(404),
    WRONG_METHOD(405),
    NOT_JSON(415),
    MALFORMED(400),
    TOO_LARGE(413),
    FAILED(500),
    UNKNOWN_TOKEN(404),
    UNKNOWN_CONTAINER(404),
    UNFIT_LABEL(422),
    UNFIT_PIN(422),
    UNFIT_SUBJECT(422),
    WRONG_PIN(403),
    PIN_LOCKED(423),
    MALFORMED_CERTIFICATE(422),
    CERTIFICATE_OF_ANOTHER_KEY(422),
    CERTIFICATES_NO_PAIR(422),
    MALFORMED_ENVELOPE(422),
    ENVELOPE_OF_ANOTHER_KEY(422),
    ENVELOPE_NOT_OF_CERTIFICATE(422),
    OTHER_CERTIFICATES_INSTALLED(409),
    NO_ENCRYPTION_KEY(409),
    UNDECIPHERABLE(422),
    NO_HALL(409),
    ANOTHER_HALL(409),
    MALFORMED_HALL(422),
    NOT_ASKED(409),
    GRANT_FORGED(403),
    FULL(409),
    DAMAGED(500);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static Refusal of(KeyRefusal reason) {
        return valueOf(reason.name());
    }
}

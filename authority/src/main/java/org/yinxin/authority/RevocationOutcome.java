package org.yinxin.authority;

import java.time.Instant;

/** What became of a revocation. */
public sealed interface RevocationOutcome {

    /** Revoked now; OCSP says so from the next question on, the CRL from the next copy on. */
    record Revoked(Instant at) implements RevocationOutcome {}

    /** It was revoked before; the first time and reason stay. */
    record AlreadyRevoked(Instant at, RevocationReason reason) implements RevocationOutcome {}

    /** That authority never issued a certificate of that serial. */
    record NeverIssued() implements RevocationOutcome {}
}

package org.yinxin.authority;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.name.SubjectName;

/**
 * An order for one signing and one encryption certificate with the same subject and validity.
 *
 * @param id the idempotency key
 * @param authority who shall issue
 * @param subject the approved subject; the one in the signing request is not used
 * @param organisationCode the value of 1.2.156.10260.4.1.4 (GM/T 0015-2012), an organisation or credit code; null
 *     leaves the extension out
 * @param notBefore start of the validity; fractions of a second are dropped
 * @param notAfter end of the validity; an order that reaches beyond the authority's own certificate is refused
 * @param signingRequest the PKCS#10 request of the signing key, PEM or DER: it proves possession
 * @param encryptionKey the public key that the custody made for this order
 */
@SuppressWarnings("ArrayRecordComponent") // orders are never compared
public record PairOrder(
        PairOrderId id,
        AuthorityCode authority,
        SubjectName subject,
        @Nullable String organisationCode,
        Instant notBefore,
        Instant notAfter,
        byte[] signingRequest,
        PublicKey encryptionKey) {}

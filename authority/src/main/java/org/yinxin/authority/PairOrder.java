package org.yinxin.authority;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.name.SubjectName;

/**
 * An order for one signing and one encryption certificate with the same subject and validity.
 *
 * @param id the idempotency key
 * @param authority who shall issue
 * @param kind whom the pair names; with the authority it decides which profile the pair is made under
 * @param subject the approved subject; the one in the signing request is not used
 * @param organisationCode an organisation or credit code, said where the profile says so; null for none
 * @param identity the identity document of the person, said only where the profile says so; null for none
 * @param notBefore start of the validity; fractions of a second are dropped
 * @param notAfter end of the validity; an order that reaches beyond the authority's own certificate, or is longer than the
 *     profile allows, is refused
 * @param signingRequest the PKCS#10 request of the signing key, PEM or DER: it proves possession
 * @param encryptionKey the public key that the custody made for this order
 */
@SuppressWarnings("ArrayRecordComponent") // orders are never compared
public record PairOrder(
        PairOrderId id,
        AuthorityCode authority,
        SubjectKind kind,
        SubjectName subject,
        @Nullable String organisationCode,
        @Nullable IdentifyCode identity,
        Instant notBefore,
        Instant notAfter,
        byte[] signingRequest,
        PublicKey encryptionKey) {

    /** An order of an organisation. */
    public PairOrder(
            PairOrderId id,
            AuthorityCode authority,
            SubjectName subject,
            @Nullable String organisationCode,
            Instant notBefore,
            Instant notAfter,
            byte[] signingRequest,
            PublicKey encryptionKey) {
        this(
                id,
                authority,
                SubjectKind.ORGANISATION,
                subject,
                organisationCode,
                null,
                notBefore,
                notAfter,
                signingRequest,
                encryptionKey);
    }

    /** Without the number of anybody's identity document: orders are written into logs. */
    @Override
    public String toString() {
        return "PairOrder[%s, %s, %s]".formatted(id, authority, kind);
    }
}

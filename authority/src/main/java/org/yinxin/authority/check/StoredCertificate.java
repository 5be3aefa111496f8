package org.yinxin.authority.check;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.profile.CertificateUse;

/**
 * One certificate with all that the authority's own tables say of it.
 *
 * @param serial the octets that it is stored under
 * @param encoded what is stored, DER if all is well
 * @param tbs the bytes that were to be signed
 * @param attempt null where there is none, as for the certificate of an authority
 * @param hasStatus whether OCSP and CRLs know it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredCertificate(
        AuthorityCode authority,
        byte[] serial,
        byte[] encoded,
        Instant storedAt,
        CertificateUse use,
        byte[] tbs,
        boolean hasStatus,
        @Nullable Attempt attempt) {

    /**
     * The attempt to issue that it belongs to.
     *
     * @param state how it ended
     * @param profile what it was made under
     * @param twin the bytes that were to be signed for the other half; null where there is no other half on record
     * @param twinStored whether the other half is there as well
     * @param inJournal whether the journal has an entry of the order that names this serial
     * @param ofMachine whether a registered machine has ordered it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Attempt(
            OrderId order,
            String state,
            String profile,
            Instant createdAt,
            byte @Nullable [] twin,
            boolean twinStored,
            boolean inJournal,
            boolean ofMachine) {}

    String hex() {
        return HexFormat.of().formatHex(serial);
    }
}

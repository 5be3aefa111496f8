package org.yinxin.hall.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.certificate.SerialNumber;

/**
 * One certificate, read out of its own bytes.
 *
 * @param serial its serial number
 * @param use what it is for
 * @param twin the serial number of the other half of the pair
 * @param predecessor the signing certificate of the pair that this one took the place of; null when there was none
 * @param successor the signing certificate of the pair that took this one's place; null while there is none
 * @param caseNumber the case that it came from
 * @param standing how it stands now
 * @param revokedAt when it was revoked; null unless it was
 * @param heldSince since when it is on hold; null unless it is
 * @param subject the subject's parts in their order
 * @param issuer the issuer's parts in their order
 * @param organisationCode the code extension, or none
 * @param keyAlgorithm such as {@code SM2}
 * @param keyUsages what the key may be used for, as X.509 names it
 * @param fingerprint SM3 of the whole certificate, hexadecimal
 * @param installedAt when its key was proved to work on the medium; null until then
 * @param enabled the further projects that its pair was enabled for, in the order in which they came
 */
public record CertificateView(
        SerialNumber serial,
        CertificateUse use,
        SerialNumber twin,
        @Nullable SerialNumber predecessor,
        @Nullable SerialNumber successor,
        CaseNumber caseNumber,
        CertificateStanding standing,
        @Nullable Instant revokedAt,
        @Nullable Instant heldSince,
        List<NamePart> subject,
        List<NamePart> issuer,
        @Nullable String organisationCode,
        Instant notBefore,
        Instant notAfter,
        String keyAlgorithm,
        List<String> keyUsages,
        String fingerprint,
        Instant issuedAt,
        @Nullable Instant installedAt,
        List<EnabledProject> enabled) {

    public CertificateView {
        enabled = List.copyOf(enabled);
    }

    /**
     * One part of a name.
     *
     * @param type such as {@code CN}
     */
    public record NamePart(String type, String value) {}
}

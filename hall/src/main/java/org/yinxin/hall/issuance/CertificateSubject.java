package org.yinxin.hall.issuance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.name.SubjectName;

/**
 * Whom the pair names, exactly as it was approved.
 *
 * @param country C
 * @param province ST, or none
 * @param locality L, or none
 * @param organisation O
 * @param commonName CN
 * @param organisationCode the value of the code extension, or none
 */
public record CertificateSubject(
        String country,
        @Nullable String province,
        @Nullable String locality,
        String organisation,
        String commonName,
        @Nullable String organisationCode) {

    /** The name to be certified; empty when a certificate cannot carry it, for example because it is too long. */
    public Optional<SubjectName> name() {
        try {
            return Optional.of(
                    new SubjectName(
                            country, province, locality, organisation, List.of(), commonName));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

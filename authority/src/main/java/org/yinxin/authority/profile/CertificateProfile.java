package org.yinxin.authority.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinxin.authority.SubjectKind;
import org.yinxin.pki.name.SubjectName;

/**
 * What certificates for one kind of subject say, as it was read from a file.
 *
 * @param edition which of an installation's sets of profiles it belongs to; 2012 and 2023 are those of GM/T 0015
 * @param longestMonths the longest validity, in months of the calendar
 * @param certificates what each certificate is for: a signing and an encryption one, or one that comes alone
 * @param hostNames whether certificates tell names in the network
 */
public record CertificateProfile(
        ProfileReference reference,
        String edition,
        SubjectKind serves,
        int longestMonths,
        SubjectRules subject,
        Map<CertificateUse, UseRule> certificates,
        PolicyRule policies,
        Addresses addresses,
        List<IdentifierRule> identifiers,
        Presence hostNames) {

    public CertificateProfile {
        certificates = Map.copyOf(new EnumMap<>(certificates));
        identifiers = List.copyOf(identifiers);
    }

    /** Whether its certificates come as a pair. */
    public boolean isOfPairs() {
        return certificates.containsKey(CertificateUse.ENCRYPTION);
    }

    /** The same under the number that it is on record with. */
    public CertificateProfile version(int version) {
        return new CertificateProfile(
                new ProfileReference(reference.name(), version),
                edition,
                serves,
                longestMonths,
                subject,
                certificates,
                policies,
                addresses,
                identifiers,
                hostNames);
    }

    /** Whether a validity is longer than allowed. A day is not counted: callers reckon in other zones than UTC. */
    public boolean isTooLong(Instant notBefore, Instant notAfter) {
        return notBefore
                .atOffset(ZoneOffset.UTC)
                .plusMonths(longestMonths)
                .plusDays(1)
                .toInstant()
                .isBefore(notAfter);
    }

    /** Why a subject cannot be certified under it, in a sentence without personal data; empty when it can. */
    public Optional<String> objection(SubjectName name, Identifiers known, List<String> names) {
        return subject.objection(name)
                .or(
                        () ->
                                identifiers.stream()
                                        .flatMap(rule -> rule.objection(known).stream())
                                        .findFirst())
                .or(() -> ofHosts(names))
                .map(sentence -> "the profile %s %s".formatted(reference.name(), sentence));
    }

    private Optional<String> ofHosts(List<String> names) {
        return switch (hostNames) {
            case REQUIRED ->
                    names.isEmpty() ? Optional.of("wants a name in the network") : Optional.empty();
            case FORBIDDEN ->
                    names.isEmpty()
                            ? Optional.empty()
                            : Optional.of("allows no names in the network");
            case ALLOWED -> Optional.empty();
        };
    }
}

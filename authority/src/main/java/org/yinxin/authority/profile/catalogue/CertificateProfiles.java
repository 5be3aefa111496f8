package org.yinxin.authority.profile.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.ProfileReference;
import org.yinxin.authority.profile.catalogue.ProfileShelf.Shelved;
import org.yinxin.authority.profile.catalogue.ProfileShelf.Task;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;
import org.yinxin.authority.profile.reading.ProfileWords;

/**
 * The profiles that certificates are made under, each in the version that is on record, and those that they were made under
 * before. Everything that issuing asks for is in memory.
 */
public final class CertificateProfiles {

    /** What intents said before profiles were files. */
    private static final String FORMER_PAIR = "gmt-0015-2012/organisation";

    private static final String FORMER_SINGLE = "machine";

    private final ProfileEditions editions;
    private final Map<Task, CertificateProfile> serving;
    private final Map<String, CertificateProfile> former;
    private final Map<ProfileReference, CertificateProfile> known = new ConcurrentHashMap<>();
    private final ProfileVersions versions;

    private CertificateProfiles(
            ProfileEditions editions,
            Map<Task, CertificateProfile> serving,
            Map<String, CertificateProfile> former,
            ProfileVersions versions) {
        this.editions = editions;
        this.serving = Map.copyOf(serving);
        this.former = Map.copyOf(former);
        this.versions = versions;
    }

    /**
     * Puts the profiles of the editions that are issued under on record, as new versions where their content is new.
     *
     * @throws FaultyProfilesException when an authority is to issue under an edition that there is not
     */
    public static CertificateProfiles of(
            ProfileShelf shelf, ProfileEditions editions, ProfileVersions versions) {
        Set<String> there = shelf.editions();
        for (String edition : editions.all()) {
            if (!there.contains(edition)) {
                throw new FaultyProfilesException(
                        "There is no certificate profile of the edition %s; there are %s."
                                .formatted(edition, String.join(", ", there)));
            }
        }
        Map<Task, CertificateProfile> serving = new HashMap<>();
        for (Shelved one : shelf.all()) {
            CertificateProfile profile = one.profile();
            if (editions.all().contains(profile.edition())) {
                int version = versions.keep(profile.reference().name(), one.file().yaml());
                serving.put(Task.of(profile), profile.version(version));
            }
        }
        Map<String, CertificateProfile> former =
                ProfileShelf.of(ProfileFiles.former(), List.of()).all().stream()
                        .map(Shelved::profile)
                        .collect(
                                Collectors.toMap(
                                        profile -> profile.reference().name(),
                                        Function.identity()));
        return new CertificateProfiles(editions, serving, former, versions);
    }

    /** By which pairs of such subjects are made. */
    public Optional<CertificateProfile> ofPairs(AuthorityCode line, SubjectKind kind) {
        return Optional.ofNullable(serving.get(new Task(editions.of(line), kind, true)));
    }

    /** By which certificates that come alone are made. */
    public Optional<CertificateProfile> ofSingles(AuthorityCode line, CertificateKind kind) {
        return Optional.ofNullable(serving.get(new Task(editions.of(line), kind.subject(), false)));
    }

    /** Why there is no profile, in a sentence. */
    public String none(AuthorityCode line, SubjectKind kind, boolean pairs) {
        return "no profile of the edition %s, which %s issues under, makes %s for %s"
                .formatted(
                        editions.of(line),
                        line,
                        pairs ? "pairs" : "single certificates",
                        ProfileWords.of(kind));
    }

    /**
     * The profile that a certificate was made under; empty when nobody knows it, or it cannot be read any more.
     *
     * @param text what the intent says
     */
    public Optional<CertificateProfile> madeUnder(String text, CertificateUse use) {
        return switch (text) {
            case FORMER_PAIR -> Optional.ofNullable(former.get("former-pair"));
            case FORMER_SINGLE ->
                    Optional.ofNullable(
                            former.get(
                                    use == CertificateUse.DEVICE
                                            ? "former-device"
                                            : "former-program"));
            default -> ProfileReference.read(text).flatMap(this::version);
        };
    }

    // What is not there yet may be put on record by another node at any time, so only what was
    // found is remembered.
    private Optional<CertificateProfile> version(ProfileReference version) {
        CertificateProfile remembered = known.get(version);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<CertificateProfile> found = recorded(version);
        found.ifPresent(profile -> known.put(version, profile));
        return found;
    }

    private Optional<CertificateProfile> recorded(ProfileReference version) {
        return versions.content(version)
                .flatMap(
                        content ->
                                switch (ProfileReader.read(version.toString(), content)) {
                                    case ProfileReading.Sound(CertificateProfile profile) ->
                                            Optional.of(profile.version(version.version()));
                                    case ProfileReading.Faulty _ -> Optional.empty();
                                });
    }
}

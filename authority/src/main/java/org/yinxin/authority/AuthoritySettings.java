package org.yinxin.authority;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.yinxin.authority.profile.CrlShards;
import org.yinxin.authority.profile.PublicAddresses;
import org.yinxin.authority.profile.catalogue.ProfileEditions;
import org.yinxin.authority.responder.ResponderKeys;
import org.yinxin.authority.responder.RollOverResponders;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.NeverIssued;

/**
 * The settings {@code yinxin.authority.*}.
 *
 * @param keyFolder where the key files of the authorities are
 * @param keyPasswordFile the file whose first line is their password
 * @param publicAddresses where the public reaches CRL, OCSP and authority certificates; written into each certificate
 * @param intentGrace how old an attempt must be before the sweeper takes it for cut off
 * @param ocsp how questions about statuses are answered
 * @param responderKeyFolder where the keys of delegated responders and the password of these are
 * @param responderValidity how long a responder's certificate is valid
 * @param crlWorkFolder where the entries of a revocation list are gathered while it is made, some 50 MB for a million
 * @param crlShards over how many revocation lists new certificates are spread
 * @param crlKept for how long the octets of a list are kept once it has run out; null for ever
 * @param profileEditions which edition of the certificate profiles each authority issues under
 * @param profileFolder where profiles of this installation are, which add to those that are shipped; null for none
 */
public record AuthoritySettings(
        Path keyFolder,
        Path keyPasswordFile,
        PublicAddresses publicAddresses,
        Duration intentGrace,
        AnswerOcsp.Policy ocsp,
        Path responderKeyFolder,
        Duration responderValidity,
        Path crlWorkFolder,
        CrlShards crlShards,
        @Nullable Duration crlKept,
        ProfileEditions profileEditions,
        @Nullable Path profileFolder) {

    /** The folder of key files; required. */
    public static final String KEY_FOLDER = "yinxin.authority.key-folder";

    /** The file of their password; required. */
    public static final String KEY_PASSWORD_FILE = "yinxin.authority.key-password-file";

    /** The address of this installation as the public sees it; required. */
    public static final String PUBLIC_BASE_URL = "yinxin.authority.public-base-url";

    /** An ISO 8601 duration, one minute if left out. */
    public static final String INTENT_GRACE = "yinxin.authority.intent-grace";

    /** An ISO 8601 duration, one hour if left out. */
    public static final String OCSP_VALIDITY = "yinxin.authority.ocsp-validity";

    /** {@code unknown}, the default, or {@code good}: what is answered about serials that were never issued. */
    public static final String OCSP_NEVER_ISSUED = "yinxin.authority.ocsp-never-issued";

    /** A folder; if left out, {@code responders} beside the key folder. */
    public static final String RESPONDER_KEY_FOLDER = "yinxin.authority.responder-key-folder";

    /** An ISO 8601 duration, 30 days if left out. */
    public static final String RESPONDER_VALIDITY = "yinxin.authority.responder-validity";

    /** A folder; if left out, that of temporary files. */
    public static final String CRL_WORK_FOLDER = "yinxin.authority.crl-work-folder";

    /** Such as {@code my-authority:16, another:4}; if left out, each authority has the one list of all. */
    public static final String CRL_SHARDS = "yinxin.authority.crl-shards";

    /** An ISO 8601 duration such as {@code P400D}, a day at least; if left out, lists are kept for ever. */
    public static final String CRL_KEPT = "yinxin.authority.crl-kept";

    /** Such as {@code *:2012, my-authority:2023}; if left out, all issue under the edition 2012. */
    public static final String PROFILES = "yinxin.authority.profiles";

    /** A folder of {@code .yaml} files; if left out, there are no profiles but the shipped ones. */
    public static final String PROFILE_FOLDER = "yinxin.authority.profile-folder";

    public AuthoritySettings {
        if (intentGrace.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException(
                    INTENT_GRACE + " must not be shorter than issuing takes, so PT5S at least");
        }
        if (ocsp.validity().compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(OCSP_VALIDITY + " must be a second at least");
        }
        if (responderValidity.compareTo(Duration.ofHours(2)) < 0) {
            throw new IllegalArgumentException(
                    RESPONDER_VALIDITY
                            + " must be PT2H at least: a new one is made each hour if need be");
        }
        if (crlKept != null && crlKept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    CRL_KEPT + " must be P1D at least; leave it out to keep all lists");
        }
    }

    static AuthoritySettings of(Environment environment) {
        Path keyFolder = Path.of(environment.getRequiredProperty(KEY_FOLDER));
        String responders = environment.getProperty(RESPONDER_KEY_FOLDER);
        String kept = environment.getProperty(CRL_KEPT);
        String profiles = environment.getProperty(PROFILE_FOLDER);
        return new AuthoritySettings(
                keyFolder,
                Path.of(environment.getRequiredProperty(KEY_PASSWORD_FILE)),
                new PublicAddresses(URI.create(environment.getRequiredProperty(PUBLIC_BASE_URL))),
                Duration.parse(environment.getProperty(INTENT_GRACE, "PT1M")),
                new AnswerOcsp.Policy(
                        Duration.parse(environment.getProperty(OCSP_VALIDITY, "PT1H")),
                        neverIssued(environment.getProperty(OCSP_NEVER_ISSUED, "unknown"))),
                responders == null
                        ? keyFolder.resolveSibling(ResponderKeys.FOLDER)
                        : Path.of(responders),
                Duration.parse(
                        environment.getProperty(
                                RESPONDER_VALIDITY, RollOverResponders.USUAL_VALIDITY.toString())),
                Path.of(
                        environment.getProperty(
                                CRL_WORK_FOLDER, System.getProperty("java.io.tmpdir"))),
                CrlShards.read(environment.getProperty(CRL_SHARDS, "")),
                kept == null ? null : Duration.parse(kept),
                ProfileEditions.read(environment.getProperty(PROFILES, "")),
                profiles == null ? null : Path.of(profiles));
    }

    private static NeverIssued neverIssued(String word) {
        return switch (word) {
            case "unknown" -> NeverIssued.UNKNOWN;
            case "good" -> NeverIssued.GOOD;
            default ->
                    throw new IllegalArgumentException(
                            OCSP_NEVER_ISSUED + " is unknown or good, not " + word);
        };
    }
}

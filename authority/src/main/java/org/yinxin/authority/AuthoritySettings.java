package org.yinxin.authority;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.yinxin.authority.profile.PublicAddresses;

/**
 * The settings {@code yinxin.authority.*}.
 *
 * @param keyFolder where the key files of the authorities are
 * @param keyPasswordFile the file whose first line is their password
 * @param publicAddresses where the public reaches CRL, OCSP and authority certificates; written into each certificate
 * @param intentGrace how old an attempt must be before the sweeper takes it for cut off
 * @param ocspValidity from an OCSP answer's thisUpdate to its nextUpdate
 */
public record AuthoritySettings(
        Path keyFolder,
        Path keyPasswordFile,
        PublicAddresses publicAddresses,
        Duration intentGrace,
        Duration ocspValidity) {

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

    public AuthoritySettings {
        if (intentGrace.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException(
                    INTENT_GRACE + " must not be shorter than issuing takes, so PT5S at least");
        }
        if (ocspValidity.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(OCSP_VALIDITY + " must be a second at least");
        }
    }

    static AuthoritySettings of(Environment environment) {
        return new AuthoritySettings(
                Path.of(environment.getRequiredProperty(KEY_FOLDER)),
                Path.of(environment.getRequiredProperty(KEY_PASSWORD_FILE)),
                new PublicAddresses(URI.create(environment.getRequiredProperty(PUBLIC_BASE_URL))),
                Duration.parse(environment.getProperty(INTENT_GRACE, "PT1M")),
                Duration.parse(environment.getProperty(OCSP_VALIDITY, "PT1H")));
    }
}

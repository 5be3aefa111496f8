package org.yinxin.custody;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What can be set of the custody.
 *
 * @param wrappingKey under which keys are wrapped from now on
 * @param formerWrappingKeys under which older ones still are
 * @param poolLevel how many keys lie ready
 */
record CustodySettings(
        WrappingKey wrappingKey, List<WrappingKey> formerWrappingKeys, int poolLevel) {

    /** The algorithm of the key in the file; AES-256-GCM when it is not set. */
    static final String WRAPPING_ALGORITHM = "yinxin.custody.wrapping-algorithm";

    /** Keys of before, each as {@code AES-256-GCM:/a/file}, with commas between them. */
    static final String FORMER_WRAPPING_KEYS = "yinxin.custody.former-wrapping-keys";

    /** How many key pairs lie ready; 20 when it is not set, and 0 for no pool. */
    static final String POOL_LEVEL = "yinxin.custody.pool-level";

    private static final int HIGHEST_LEVEL = 100_000;

    CustodySettings {
        if (poolLevel < 0 || poolLevel > HIGHEST_LEVEL) {
            throw new IllegalArgumentException(
                    "%s must be from 0 to %d".formatted(POOL_LEVEL, HIGHEST_LEVEL));
        }
    }

    static CustodySettings of(Environment settings, SecureRandom random) {
        WrappingAlgorithm algorithm =
                WrappingAlgorithm.of(
                        settings.getProperty(
                                WRAPPING_ALGORITHM, WrappingAlgorithm.AES_256_GCM.label()));
        Path file = Path.of(settings.getRequiredProperty(CustodyConfiguration.WRAPPING_KEY_FILE));
        return of(settings, WrappingKey.read(file, algorithm, random), random);
    }

    static CustodySettings of(Environment settings, WrappingKey current, SecureRandom random) {
        return new CustodySettings(
                current,
                formerOf(settings, random),
                settings.getProperty(POOL_LEVEL, Integer.class, 20));
    }

    private static List<WrappingKey> formerOf(Environment settings, SecureRandom random) {
        return Arrays.stream(settings.getProperty(FORMER_WRAPPING_KEYS, "").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> former(each, random))
                .toList();
    }

    private static WrappingKey former(String algorithmAndFile, SecureRandom random) {
        int colon = algorithmAndFile.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    FORMER_WRAPPING_KEYS + " names each key as AES-256-GCM:/a/file");
        }
        return WrappingKey.read(
                Path.of(algorithmAndFile.substring(colon + 1)),
                WrappingAlgorithm.of(algorithmAndFile.substring(0, colon)),
                random);
    }
}

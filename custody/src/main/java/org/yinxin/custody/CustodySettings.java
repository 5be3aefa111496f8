package org.yinxin.custody;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** How many key pairs lie ready; 20 when it is not set, and 0 for no pool. */
    static final String POOL_LEVEL = "yinxin.custody.pool-level";

    private static final int HIGHEST_LEVEL = 100_000;

    CustodySettings {
        if (poolLevel < 0 || poolLevel > HIGHEST_LEVEL) {
            throw new IllegalArgumentException(
                    "%s must be from 0 to %d".formatted(POOL_LEVEL, HIGHEST_LEVEL));
        }
    }

    /**
     * Reads them.
     *
     * @param device a key in a device, if one is set up; it is today's unless it is named among those of before
     */
    static CustodySettings of(
            Environment settings, Optional<WrappingKey> device, SecureRandom random) {
        List<String> former =
                Arrays.stream(
                                settings.getProperty(CustodyConfiguration.FORMER_WRAPPING_KEYS, "")
                                        .split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        boolean deviceOfBefore = former.contains(CustodyConfiguration.DEVICE);
        return new CustodySettings(
                device.filter(_ -> !deviceOfBefore).orElseGet(() -> inFile(settings, random)),
                former.stream().map(each -> former(each, device, random)).toList(),
                settings.getProperty(POOL_LEVEL, Integer.class, 20));
    }

    private static WrappingKey inFile(Environment settings, SecureRandom random) {
        WrappingAlgorithm algorithm =
                WrappingAlgorithm.of(
                        settings.getProperty(
                                WRAPPING_ALGORITHM, WrappingAlgorithm.AES_256_GCM.label()));
        Path file = Path.of(settings.getRequiredProperty(CustodyConfiguration.WRAPPING_KEY_FILE));
        return WrappingKey.read(file, algorithm, random);
    }

    private static WrappingKey former(
            String named, Optional<WrappingKey> device, SecureRandom random) {
        if (named.equals(CustodyConfiguration.DEVICE)) {
            return device.orElseThrow(
                    () ->
                            new IllegalArgumentException(
                                    CustodyConfiguration.FORMER_WRAPPING_KEYS
                                            + " names a device, and none is set up"));
        }
        return inFile(named, random);
    }

    private static WrappingKey inFile(String algorithmAndFile, SecureRandom random) {
        int colon = algorithmAndFile.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    CustodyConfiguration.FORMER_WRAPPING_KEYS
                            + " names each key as AES-256-GCM:/a/file");
        }
        return WrappingKey.read(
                Path.of(algorithmAndFile.substring(colon + 1)),
                WrappingAlgorithm.of(algorithmAndFile.substring(0, colon)),
                random);
    }
}

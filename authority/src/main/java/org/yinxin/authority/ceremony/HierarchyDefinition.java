package org.yinxin.authority.ceremony;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.name.SubjectName;

/**
 * What a ceremony shall make: a root, and one authority below it that certifies subscribers.
 *
 * @param policy the certificate policy under which both issue
 */
public record HierarchyDefinition(Level root, Level issuing, ASN1ObjectIdentifier policy) {

    private static final String KEYS =
            "one of "
                    + Stream.of(KeyAlgorithm.values())
                            .map(KeyAlgorithm::name)
                            .collect(Collectors.joining(", "));
    private static final String DEMONSTRATION = "demonstration-hierarchy.properties";

    /**
     * One of the two.
     *
     * @param years how long its certificate is valid
     * @param crlLifetime how long one CRL of it may be relied on
     */
    public record Level(
            AuthorityCode code,
            SubjectName name,
            KeyAlgorithm algorithm,
            int years,
            Duration crlLifetime) {

        public Level {
            if (years < 1 || years > 50) {
                throw new IllegalArgumentException("an authority is valid for 1 to 50 years");
            }
            if (crlLifetime.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("a CRL lives for a minute at least");
            }
        }
    }

    public HierarchyDefinition {
        if (root.code().equals(issuing.code())) {
            throw new IllegalArgumentException(
                    "root and issuing authority have codes of their own");
        }
        if (root.years() < issuing.years()) {
            throw new IllegalArgumentException("the root outlives the authority below it");
        }
    }

    /** The made-up authority of the demonstration; its names say that it is one. */
    public static HierarchyDefinition demonstration() {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                HierarchyDefinition.class.getResourceAsStream(DEMONSTRATION)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(properties);
    }

    /** Reads a definition, as {@code demonstration-hierarchy.properties} shows it. */
    public static HierarchyDefinition of(Properties properties) {
        return new HierarchyDefinition(
                level(properties, "root."),
                level(properties, "issuing."),
                new ASN1ObjectIdentifier(required(properties, "policy")));
    }

    private static Level level(Properties properties, String prefix) {
        SubjectName name =
                new SubjectName(
                        required(properties, prefix + "country"),
                        null,
                        null,
                        required(properties, prefix + "organisation"),
                        List.of(),
                        required(properties, prefix + "common-name"));
        return new Level(
                new AuthorityCode(required(properties, prefix + "code")),
                name,
                read(properties, prefix + "key", KeyAlgorithm::valueOf, KEYS),
                read(properties, prefix + "years", Integer::valueOf, "a number"),
                read(properties, prefix + "crl-lifetime", Duration::parse, "like P1D or PT12H"));
    }

    // The parsers of the JDK tell their own words and not the reader's.
    private static <T> T read(
            Properties properties, String key, Function<String, T> parser, String expected) {
        String text = required(properties, key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s is %s, and not %s".formatted(key, expected, text), e);
        }
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the definition of the hierarchy lacks " + key);
        }
        return value.strip();
    }
}

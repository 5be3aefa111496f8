package org.yinxin.authority.outside;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.outside.OutsideSettings.Credential;
import org.yinxin.authority.outside.OutsideSettings.Forms;
import org.yinxin.authority.outside.OutsideSettings.Limits;
import org.yinxin.authority.outside.OutsideSettings.SigningForm;

/** Reads {@code yinxin.authority.outside.*} and goes on after a fault, so that all faults are told at once. */
final class ReadSettings {

    /** The codes of outside authorities, with commas between them; none if left out. */
    static final String CODES = "yinxin.authority.outside.codes";

    private static final String PREFIX = "yinxin.authority.outside.";

    private final Function<String, @Nullable String> settings;
    private final List<String> faults = new ArrayList<>();

    private ReadSettings(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /**
     * Reads them all, by their codes. Whether files are there is not looked at.
     *
     * @param settings the value of a setting, or null
     * @throws IllegalArgumentException naming all that is wrong
     */
    static Map<AuthorityCode, OutsideSettings> of(Function<String, @Nullable String> settings) {
        ReadSettings reading = new ReadSettings(settings);
        Map<AuthorityCode, OutsideSettings> read = reading.all();
        if (!reading.faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "Outside authorities are not set rightly: "
                            + String.join("; ", reading.faults));
        }
        return read;
    }

    private Map<AuthorityCode, OutsideSettings> all() {
        Map<AuthorityCode, OutsideSettings> read = new LinkedHashMap<>();
        for (String word : value(CODES).orElse("").split(",", -1)) {
            String name = word.strip();
            if (name.isEmpty()) {
                continue;
            }
            Optional<AuthorityCode> code = AuthorityCode.read(name);
            if (code.isEmpty()) {
                faults.add(
                        CODES
                                + ": a code is lower-case letters, digits and hyphens, and not "
                                + name);
            } else if (read.containsKey(code.get())) {
                faults.add(CODES + " names " + name + " twice");
            } else {
                one(code.get()).ifPresent(each -> read.put(code.get(), each));
            }
        }
        return read;
    }

    private Optional<OutsideSettings> one(AuthorityCode code) {
        String prefix = PREFIX + code + ".";
        int before = faults.size();
        URI address = address(prefix + "address");
        Credential credential = credential(prefix);
        Path trust = Path.of(required(prefix + "trust-file"));
        OutsideSettings read =
                new OutsideSettings(
                        code,
                        address,
                        credential,
                        trust,
                        value(prefix + "answer-certificate-file").map(Path::of),
                        name(prefix + "recipient"),
                        name(prefix + "issuer"),
                        forms(prefix),
                        limits(prefix));
        return faults.size() == before ? Optional.of(read) : Optional.empty();
    }

    private URI address(String setting) {
        String text = required(setting);
        try {
            URI read = URI.create(text);
            boolean fit =
                    read.getHost() != null
                            && ("http".equals(read.getScheme())
                                    || "https".equals(read.getScheme()));
            if (fit && read.getUserInfo() == null && read.getFragment() == null) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        if (!text.isEmpty()) {
            faults.add(
                    setting
                            + " is an address such as http://ca.example.org/pkix/, and not "
                            + text);
        }
        return URI.create("http://localhost/");
    }

    private Credential credential(String prefix) {
        boolean bySecret = value(prefix + "secret-file").isPresent();
        boolean byCertificate = value(prefix + "certificate-file").isPresent();
        if (bySecret == byCertificate) {
            faults.add(
                    prefix
                            + "secret-file with reference, or "
                            + prefix
                            + "certificate-file with key-file: one of the two is needed");
        }
        if (byCertificate) {
            return new Credential.Certificate(
                    Path.of(required(prefix + "certificate-file")),
                    Path.of(required(prefix + "key-file")));
        }
        return new Credential.Secret(
                bySecret ? required(prefix + "reference") : "",
                Path.of(value(prefix + "secret-file").orElse("")),
                word(prefix + "mac", "pbm", List.of("pbm", "pbmac1")).equals("pbmac1"));
    }

    private Forms forms(String prefix) {
        String signing =
                word(prefix + "signing-request", "auto", List.of("auto", "p10cr", "cr", "ir"));
        String encryption = word(prefix + "encryption-request", "cr", List.of("cr", "ir"));
        String confirmation =
                word(prefix + "confirmation", "explicit", List.of("explicit", "implicit"));
        return new Forms(
                SigningForm.valueOf(signing.toUpperCase(Locale.ROOT)),
                encryption.equals("ir"),
                confirmation.equals("implicit"),
                value(prefix + "signing-profile"),
                value(prefix + "encryption-profile"));
    }

    private Limits limits(String prefix) {
        return new Limits(
                time(prefix + "connect-timeout", "PT5S", "PT0.1S", "PT1M"),
                time(prefix + "answer-timeout", "PT30S", "PT0.1S", "PT5M"),
                time(prefix + "patience", "PT20S", "PT0S", "PT2M"),
                time(prefix + "poll-within", "P7D", "PT0S", "P90D"),
                time(prefix + "resume-within", "PT1H", "PT0S", "P7D"),
                time(prefix + "validity-slack", "PT24H", "PT0S", "P31D"));
    }

    private Duration time(String setting, String usual, String least, String most) {
        try {
            Duration read = Duration.parse(value(setting).orElse(usual));
            if (read.compareTo(Duration.parse(least)) >= 0
                    && read.compareTo(Duration.parse(most)) <= 0) {
                return read;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        faults.add(setting + " is a time from " + least + " to " + most + ", such as " + usual);
        return Duration.parse(usual);
    }

    private String word(String setting, String usual, List<String> allowed) {
        String read = value(setting).orElse(usual);
        if (!allowed.contains(read)) {
            faults.add(setting + " is " + String.join(" or ", allowed) + ", and not " + read);
            return usual;
        }
        return read;
    }

    private Optional<X500Name> name(String setting) {
        Optional<String> text = value(setting);
        try {
            return text.map(each -> new X500Name(BCStyle.INSTANCE, each));
        } catch (IllegalArgumentException e) {
            faults.add(setting + " is a name such as CN=Example CA,O=Example,C=CN");
            return Optional.empty();
        }
    }

    private String required(String setting) {
        Optional<String> value = value(setting);
        if (value.isEmpty()) {
            faults.add(setting + " is missing");
        }
        return value.orElse("");
    }

    private Optional<String> value(String setting) {
        String value = settings.apply(setting);
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(value).strip());
    }
}

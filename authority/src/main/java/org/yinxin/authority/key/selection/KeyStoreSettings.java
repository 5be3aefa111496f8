package org.yinxin.authority.key.selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.pkcs11.Pkcs11Settings;
import org.yinxin.authority.key.sdf.SdfSettings;

/**
 * The settings {@code yinxin.authority.keys}, {@code yinxin.authority.pkcs11.*} and {@code yinxin.authority.sdf.*}.
 *
 * @param making in which stores new keys are made: each in the first that makes keys of its kind
 * @param pkcs11 a token, also when no new keys are made in it
 * @param sdf a device, also when no new keys are taken from it
 */
public record KeyStoreSettings(
        List<KeyStoreKind> making, Optional<Pkcs11Settings> pkcs11, Optional<SdfSettings> sdf) {

    /** {@code pkcs12}, the default, {@code pkcs11} or {@code sdf}, or several with commas between them. */
    public static final String KEYS = "yinxin.authority.keys";

    /** The whole path of the library that the token's maker supplies. */
    public static final String PKCS11_LIBRARY = "yinxin.authority.pkcs11.library";

    /** The label of the token. */
    public static final String PKCS11_TOKEN = "yinxin.authority.pkcs11.token";

    /** A file of mode 600 whose first line is the user's PIN. */
    public static final String PKCS11_PIN_FILE = "yinxin.authority.pkcs11.pin-file";

    /** The whole path of the library that the device's maker supplies. */
    public static final String SDF_LIBRARY = "yinxin.authority.sdf.library";

    /** Such as {@code 1-8, 11}: the indexes of signing keys that are meant for authorities. */
    public static final String SDF_KEY_INDEXES = "yinxin.authority.sdf.key-indexes";

    /** A file of mode 600 whose first line is the password of the private keys' access right. */
    public static final String SDF_PASSWORD_FILE = "yinxin.authority.sdf.password-file";

    private static final List<String> PKCS11 =
            List.of(PKCS11_LIBRARY, PKCS11_TOKEN, PKCS11_PIN_FILE);
    private static final List<String> SDF =
            List.of(SDF_LIBRARY, SDF_KEY_INDEXES, SDF_PASSWORD_FILE);

    /**
     * Reads them.
     *
     * @param settings the value of a setting, or null
     * @throws KeyStoreUnavailableException naming all that is wrong
     */
    static KeyStoreSettings of(Function<String, @Nullable String> settings) {
        Reading reading = new Reading(settings);
        KeyStoreSettings read = reading.read();
        if (!reading.faults.isEmpty()) {
            throw new KeyStoreUnavailableException(
                    "It is not set rightly where keys of authorities live: "
                            + String.join("; ", reading.faults),
                    null);
        }
        return read;
    }

    /** What is wrong with them, a sentence each. Whether files and devices are there is not looked at. */
    public static List<String> faults(Function<String, @Nullable String> settings) {
        Reading reading = new Reading(settings);
        reading.read();
        return List.copyOf(reading.faults);
    }

    /** One reading, which goes on after a fault. */
    private static final class Reading {

        private final Function<String, @Nullable String> settings;
        private final List<String> faults = new ArrayList<>();

        Reading(Function<String, @Nullable String> settings) {
            this.settings = settings;
        }

        KeyStoreSettings read() {
            List<KeyStoreKind> making = making();
            return new KeyStoreSettings(
                    making,
                    all(PKCS11, making.contains(KeyStoreKind.PKCS11))
                            ? valid("yinxin.authority.pkcs11", this::pkcs11)
                            : Optional.empty(),
                    all(SDF, making.contains(KeyStoreKind.SDF))
                            ? valid("yinxin.authority.sdf", this::sdf)
                            : Optional.empty());
        }

        private List<KeyStoreKind> making() {
            if (value(KEYS + "[0]") != null) {
                faults.add(
                        KEYS + " is written on one line, such as sdf, pkcs11, and not as a list");
            }
            List<KeyStoreKind> making = new ArrayList<>();
            String words = value(KEYS);
            for (String word : (words == null ? "pkcs12" : words).split(",", -1)) {
                Optional<KeyStoreKind> kind = KeyStoreKind.of(word.strip());
                if (kind.isEmpty()) {
                    faults.add(KEYS + " is pkcs12, pkcs11 or sdf, and not " + word.strip());
                } else if (making.contains(kind.get())) {
                    faults.add(KEYS + " names " + word.strip() + " twice");
                } else {
                    making.add(kind.get());
                }
            }
            int files = making.indexOf(KeyStoreKind.PKCS12);
            if (files >= 0 && files < making.size() - 1) {
                faults.add(
                        KEYS
                                + ": pkcs12 makes all kinds of keys, so what follows it would never be used; name it last");
            }
            return making;
        }

        /** Whether all are there; one that is missing while others are there, or while they are needed, is a fault. */
        private boolean all(List<String> names, boolean needed) {
            List<String> missing = names.stream().filter(each -> value(each) == null).toList();
            if (needed || missing.size() < names.size()) {
                missing.forEach(
                        each ->
                                faults.add(
                                        each
                                                + " is missing, which the store of keys that is set up there needs"));
            }
            return missing.isEmpty();
        }

        private <T> Optional<T> valid(String what, Supplier<T> read) {
            try {
                return Optional.of(read.get());
            } catch (IllegalArgumentException e) {
                faults.add(what + ": " + e.getMessage());
                return Optional.empty();
            }
        }

        private Pkcs11Settings pkcs11() {
            return new Pkcs11Settings(
                    Path.of(present(PKCS11_LIBRARY)),
                    present(PKCS11_TOKEN),
                    Path.of(present(PKCS11_PIN_FILE)));
        }

        private SdfSettings sdf() {
            return new SdfSettings(
                    Path.of(present(SDF_LIBRARY)),
                    SdfSettings.indexes(present(SDF_KEY_INDEXES)),
                    Path.of(present(SDF_PASSWORD_FILE)));
        }

        private String present(String name) {
            return Objects.requireNonNull(value(name));
        }

        private @Nullable String value(String name) {
            String value = settings.apply(name);
            return value == null || value.isBlank() ? null : value.strip();
        }
    }
}

package org.yinxin.app.production;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthoritySettings;
import org.yinxin.custody.CustodyConfiguration;

/**
 * One setting that a real hall cannot do without.
 *
 * @param name the setting
 * @param kind what its value must be
 * @param meaning what it is for, as the person who must supply it would ask
 */
record Requirement(String name, Kind kind, String meaning) {

    enum Kind {
        TEXT,
        /** A file that exists and that nobody but its owner may read. */
        SECRET_FILE,
        /** A folder that exists. */
        FOLDER,
        /** An address that others reach, not one on this computer. */
        OUTSIDE_ADDRESS
    }

    /** All of them, in the order in which they are reported. */
    static final List<Requirement> ALL =
            List.of(
                    new Requirement(
                            AuthoritySettings.PUBLIC_BASE_URL,
                            Kind.OUTSIDE_ADDRESS,
                            "where the hall is reached from outside; certificates name it for CRL and OCSP"),
                    new Requirement(
                            "yinxin.hall.column-key-file",
                            Kind.SECRET_FILE,
                            "64 random bytes that seal personal data"),
                    new Requirement(
                            "yinxin.hall.archive-key-file",
                            Kind.SECRET_FILE,
                            "32 random bytes that seal papers"),
                    new Requirement(
                            "yinxin.hall.archive-folder",
                            Kind.FOLDER,
                            "where sealed papers are kept"),
                    new Requirement(
                            CustodyConfiguration.WRAPPING_KEY_FILE,
                            Kind.SECRET_FILE,
                            "32 random bytes that seal escrowed keys"),
                    new Requirement(
                            AuthoritySettings.KEY_FOLDER,
                            Kind.FOLDER,
                            "the key stores of the authorities"),
                    new Requirement(
                            AuthoritySettings.KEY_PASSWORD_FILE,
                            Kind.SECRET_FILE,
                            "the password of those key stores"),
                    new Requirement(
                            "yinxin.notification.sms.url",
                            Kind.OUTSIDE_ADDRESS,
                            "the gateway for text messages"),
                    new Requirement(
                            "yinxin.notification.sms.secret-file",
                            Kind.SECRET_FILE,
                            "the secret that the gateway knows the hall by"),
                    new Requirement(
                            "yinxin.notification.mail.host",
                            Kind.TEXT,
                            "the mail server that takes letters"),
                    new Requirement(
                            "yinxin.notification.mail.from",
                            Kind.TEXT,
                            "the mail address that letters come from"),
                    wechat("merchant-id", Kind.TEXT, "商户号"),
                    wechat("app-id", Kind.TEXT, "the app ID bound to the merchant"),
                    wechat("api-v3-key-file", Kind.SECRET_FILE, "the APIv3 key of 32 characters"),
                    wechat(
                            "merchant-serial",
                            Kind.TEXT,
                            "the serial of the merchant's certificate"),
                    wechat("merchant-key-file", Kind.SECRET_FILE, "the merchant's private key"),
                    wechat(
                            "platform-key-id",
                            Kind.TEXT,
                            "PUB_KEY_ID_… of the platform's public key"),
                    wechat("platform-key-file", Kind.SECRET_FILE, "the platform's public key"),
                    wechat(
                            "notify-url",
                            Kind.OUTSIDE_ADDRESS,
                            "where the platform reaches /payments/wechat/notify"),
                    source("real-name.url", Kind.OUTSIDE_ADDRESS, "the source of real names"),
                    source(
                            "real-name.secret-file",
                            Kind.SECRET_FILE,
                            "the secret that this source and the hall share"),
                    source(
                            "face-callback",
                            Kind.OUTSIDE_ADDRESS,
                            "where that source reaches /identification/face/notify"),
                    source("register.url", Kind.OUTSIDE_ADDRESS, "the register of enterprises"),
                    source(
                            "register.secret-file",
                            Kind.SECRET_FILE,
                            "the secret that the register knows the hall by"),
                    source(
                            "bank.url",
                            Kind.OUTSIDE_ADDRESS,
                            "the bank that makes 0.01 yuan checks"),
                    source(
                            "bank.secret-file",
                            Kind.SECRET_FILE,
                            "the secret that the bank knows the hall by"));

    private static Requirement source(String name, Kind kind, String meaning) {
        return new Requirement("yinxin.identification.source." + name, kind, meaning);
    }

    private static Requirement wechat(String name, Kind kind, String meaning) {
        return new Requirement("yinxin.hall.payment.wechat." + name, kind, meaning);
    }

    /** What is wrong with the value, if anything. */
    Optional<String> fault(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of("%s is missing: %s".formatted(name, meaning));
        }
        return switch (kind) {
            case TEXT -> Optional.empty();
            case SECRET_FILE -> secretFileFault(Path.of(value));
            case FOLDER ->
                    Files.isDirectory(Path.of(value))
                            ? Optional.empty()
                            : Optional.of(
                                    "%s: there is no folder %s (%s)"
                                            .formatted(name, value, meaning));
            case OUTSIDE_ADDRESS -> OutsideAddress.fault(value).map(why -> name + ": " + why);
        };
    }

    private Optional<String> secretFileFault(Path file) {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            return Optional.of(
                    "%s: the file %s cannot be read (%s)".formatted(name, file, meaning));
        }
        return OwnerOnly.holds(file)
                ? Optional.empty()
                : Optional.of(
                        "%s: the file %s may be read by others; chmod 600 it"
                                .formatted(name, file));
    }

    /** Judges addresses of the world outside. */
    static final class OutsideAddress {

        private OutsideAddress() {}

        static Optional<String> fault(String value) {
            URI uri;
            try {
                uri = URI.create(value);
            } catch (IllegalArgumentException e) {
                return Optional.of(value + " is no address");
            }
            String host = uri.getHost();
            if (host == null || uri.getScheme() == null || !uri.getScheme().startsWith("http")) {
                return Optional.of(value + " is no address");
            }
            boolean here =
                    host.equals("localhost")
                            || host.startsWith("127.")
                            || host.equals("[::1]")
                            || host.endsWith(".localhost");
            return here
                    ? Optional.of(value + " is on this computer, as only a stand-in would be")
                    : Optional.empty();
        }
    }
}

package org.yinxin.hall.notification.gateway;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yinxin.hall.code.EmailAddress;

/**
 * The mail server that takes our letters (RFC 6409), {@code yinxin.notification.mail.*}.
 *
 * @param host its name; absent where no letters are sent
 * @param from whom letters come from
 * @param security how the connection is protected
 * @param user whom the server knows us as; absent where it asks for nobody
 * @param passwordFile a file with that user's password
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for each answer
 */
@ConfigurationProperties("yinxin.notification.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String from,
        @DefaultValue("STARTTLS") Security security,
        @Nullable String user,
        @Nullable Path passwordFile,
        @DefaultValue("5s") Duration connectWithin,
        @DefaultValue("10s") Duration answerWithin) {

    /** How a connection to a mail server is protected. */
    public enum Security {
        /** From its beginning (RFC 8314). */
        TLS,
        /** After its beginning, and never without (RFC 3207). */
        STARTTLS,
        /** Not at all; for a server on this computer. */
        NONE
    }

    public MailSettings {
        if (host != null && (from == null || EmailAddress.check(from).accepted().isEmpty())) {
            throw new IllegalArgumentException(
                    "yinxin.notification.mail.from is no mail address: " + from);
        }
        if ((user == null) != (passwordFile == null)) {
            throw new IllegalArgumentException(
                    "yinxin.notification.mail.user and password-file belong together");
        }
    }
}

package org.yinxin.hall.notification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.yinxin.hall.code.EmailAddress;

/**
 * A letter by electronic mail to be sent.
 *
 * @param template the key of its text in the message files of the package that sends it; {@code .subject} behind it is
 *     that of its subject, which gets the same arguments
 * @param locale the language it is written in
 * @param worthFor after so long it is better not sent at all, such as a link that has ended
 */
public record Mail(
        EmailAddress to,
        String template,
        List<String> arguments,
        Locale locale,
        Duration worthFor) {

    public Mail {
        arguments = List.copyOf(arguments);
        if (!worthFor.isPositive()) {
            throw new IllegalArgumentException("a letter is worth sending for a while");
        }
    }
}

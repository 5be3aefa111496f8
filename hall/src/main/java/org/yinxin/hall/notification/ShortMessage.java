package org.yinxin.hall.notification;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.yinxin.hall.code.MobileNumber;

/**
 * A short message to be sent.
 *
 * @param template the key of its text in the message files of the package that sends it
 * @param locale the language it is written in
 * @param worthFor after so long it is better not sent at all, such as a code that has ended
 */
public record ShortMessage(
        MobileNumber to,
        String template,
        List<String> arguments,
        Locale locale,
        Duration worthFor) {

    private static final Duration A_DAY = Duration.ofDays(1);

    public ShortMessage {
        arguments = List.copyOf(arguments);
        if (!worthFor.isPositive()) {
            throw new IllegalArgumentException("a message is worth sending for a while");
        }
    }

    public static ShortMessage of(MobileNumber to, String template, String... arguments) {
        return new ShortMessage(to, template, List.of(arguments), Locale.SIMPLIFIED_CHINESE, A_DAY);
    }
}

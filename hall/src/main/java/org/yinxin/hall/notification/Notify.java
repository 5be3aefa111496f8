package org.yinxin.hall.notification;

import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.MobileNumber;

/** Tells people something, in the transaction of the caller: told if and only if that transaction commits. */
public interface Notify {

    /** A short message in Chinese, for what happens while the person is not looking. */
    default void sms(MobileNumber to, String template, String... arguments) {
        sms(ShortMessage.of(to, template, arguments));
    }

    /** A short message, sent right after the commit. */
    void sms(ShortMessage message);

    /** A letter by electronic mail, sent right after the commit. */
    void mail(Mail letter);

    /**
     * A message in the inbox, put into words when it is read.
     *
     * @param link a path in the hall where the reader can act on it, or null
     */
    void inbox(AccountId to, String template, @Nullable String link, String... arguments);
}

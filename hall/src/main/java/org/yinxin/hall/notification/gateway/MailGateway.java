package org.yinxin.hall.notification.gateway;

import java.util.UUID;
import org.yinxin.hall.code.EmailAddress;

/** Whoever takes electronic mail. Never called inside a transaction; never throws for what the gateway does. */
public interface MailGateway {

    /**
     * Hands a letter over.
     *
     * @param id becomes the letter's Message-ID (RFC 5322, 3.6.4): a letter whose taking was not heard of is handed over
     *     again under the same one, and may arrive twice
     */
    Delivery deliver(UUID id, EmailAddress to, String subject, String text);
}

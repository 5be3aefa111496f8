package org.yinxin.hall.notification.gateway;

import java.util.UUID;
import org.yinxin.hall.code.MobileNumber;

/** Whoever delivers short messages. Never called inside a transaction; never throws for what the gateway does. */
public interface SmsGateway {

    /**
     * Hands a message over.
     *
     * @param id the same id is delivered once, however often it is handed over
     */
    Delivery deliver(UUID id, MobileNumber to, String text);
}

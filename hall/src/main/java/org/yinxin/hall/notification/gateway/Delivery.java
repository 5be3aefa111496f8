package org.yinxin.hall.notification.gateway;

/** What became of handing a message to the gateway. Reasons are short codes without personal data. */
public sealed interface Delivery {

    /** The gateway has it now. */
    record Taken() implements Delivery {}

    /** The gateway will never take this message. */
    record Refused(String reason) implements Delivery {}

    /** Nobody knows; the same message may be handed over again under the same id. */
    record Unreachable(String reason) implements Delivery {}
}

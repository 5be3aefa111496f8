package org.yinxin.hall.notification;

import java.time.Instant;
import java.util.List;
import org.yinxin.hall.code.MobileNumber;

/**
 * The short messages that a stand-in has caught, for the demonstration's pages. There is no implementation where real
 * telephones are behind the gateway.
 */
public interface TestMessages {

    /** Newest first. */
    List<TestMessage> to(MobileNumber mobile);

    /**
     * One caught message.
     *
     * @param mobile the whole number: in a demonstration it is made up
     */
    record TestMessage(Instant at, String mobile, String text) {}
}

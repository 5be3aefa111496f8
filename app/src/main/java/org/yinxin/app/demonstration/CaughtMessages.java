package org.yinxin.app.demonstration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.notification.TestMessages;
import org.yinxin.standins.sms.CaughtMessage;

/** The text messages that the stand-in took instead of sending them. */
@Component
final class CaughtMessages implements TestMessages {

    private final StandIns standIns;

    CaughtMessages(StandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public List<TestMessage> to(MobileNumber mobile) {
        return to(mobile.value());
    }

    List<TestMessage> to(String mobile) {
        return all().stream().filter(message -> message.mobile().equals(mobile)).toList();
    }

    /** Newest first. */
    List<TestMessage> all() {
        return standIns.sms().messages().stream().map(CaughtMessages::shown).toList();
    }

    private static TestMessage shown(CaughtMessage caught) {
        return new TestMessage(caught.at(), caught.mobile(), caught.text());
    }
}

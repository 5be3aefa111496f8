package org.yinxin.hall.payment.channel;

import java.time.Clock;
import org.yinxin.hall.catalogue.Money;

/** The test's channel keeps the same promises as a real one. */
class InMemoryChannelTest extends PaymentChannelContract {

    private final InMemoryChannel channel = new InMemoryChannel(Clock.systemUTC());

    @Override
    protected PaymentChannel channel() {
        return channel;
    }

    @Override
    protected void pay(String code) {
        channel.pay(code, Money.ZERO);
    }

    @Override
    protected void fallSilent() {
        channel.fate = InMemoryChannel.Fate.SILENT;
    }
}

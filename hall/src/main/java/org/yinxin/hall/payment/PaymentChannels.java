package org.yinxin.hall.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinxin.hall.payment.channel.PaymentChannel;

/** The channels that this installation is connected to. */
@Component
class PaymentChannels {

    private final Map<String, PaymentChannel> byName;

    PaymentChannels(List<PaymentChannel> channels) {
        this.byName =
                channels.stream()
                        .collect(Collectors.toMap(PaymentChannel::name, Function.identity()));
    }

    Optional<PaymentChannel> find(ChannelCode code) {
        return Optional.ofNullable(byName.get(code.text()));
    }
}

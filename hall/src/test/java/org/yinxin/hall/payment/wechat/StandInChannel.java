package org.yinxin.hall.payment.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.standins.wechat.Merchant;
import org.yinxin.standins.wechat.WeChatPayStandIn;

/** Connects the real adapter to a stand-in. */
public final class StandInChannel {

    private StandInChannel() {}

    public static PaymentChannel connect(
            WeChatPayStandIn standIn, Path folder, URI notifyUrl, Duration timeout, Clock clock) {
        return WeChatPayChannel.connect(
                settings(standIn.merchant(), folder, notifyUrl, standIn.baseUrl(), timeout), clock);
    }

    static WeChatPaySettings settings(
            Merchant merchant, Path folder, URI notifyUrl, URI endpoint, Duration timeout) {
        return new WeChatPaySettings(
                merchant.merchantId(),
                merchant.appId(),
                file(folder, "api-v3.key", merchant.apiV3Key()),
                merchant.certificateSerial(),
                file(folder, "merchant.pem", merchant.privateKeyPem()),
                merchant.platformPublicKeyId(),
                file(folder, "platform.pem", merchant.platformPublicKeyPem()),
                notifyUrl,
                endpoint,
                timeout);
    }

    private static Path file(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

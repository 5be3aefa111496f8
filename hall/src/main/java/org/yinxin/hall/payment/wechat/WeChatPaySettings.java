package org.yinxin.hall.payment.wechat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The contract with WeChat Pay, {@code yinxin.hall.payment.wechat.*}. Secrets are files; they are read once, at start.
 *
 * @param merchantId 商户号
 * @param appId 公众账号 ID that the merchant number is bound to
 * @param apiV3KeyFile the APIv3 key of 32 characters
 * @param merchantSerial the serial of the merchant's API certificate
 * @param merchantKeyFile the merchant's private key, {@code apiclient_key.pem}
 * @param platformKeyId the identifier of the platform's public key, {@code PUB_KEY_ID_…}
 * @param platformKeyFile the platform's public key, {@code pub_key.pem}
 * @param notifyUrl where the platform reaches {@code /payments/wechat/notify} from outside; without a query
 * @param endpoint where the platform is
 * @param timeout how long one call may take in all
 */
@ConfigurationProperties("yinxin.hall.payment.wechat")
public record WeChatPaySettings(
        String merchantId,
        String appId,
        Path apiV3KeyFile,
        String merchantSerial,
        Path merchantKeyFile,
        String platformKeyId,
        Path platformKeyFile,
        URI notifyUrl,
        @DefaultValue("https://api.mch.weixin.qq.com") URI endpoint,
        @DefaultValue("8s") Duration timeout) {

    private static final String PREFIX = "yinxin.hall.payment.wechat.";

    public WeChatPaySettings {
        require(!merchantId.isBlank(), "merchant-id", "is missing");
        require(!appId.isBlank(), "app-id", "is missing");
        require(!merchantSerial.isBlank(), "merchant-serial", "is missing");
        require(!platformKeyId.isBlank(), "platform-key-id", "is missing");
        require(Files.isReadable(apiV3KeyFile), "api-v3-key-file", "cannot be read");
        require(Files.isReadable(merchantKeyFile), "merchant-key-file", "cannot be read");
        require(Files.isReadable(platformKeyFile), "platform-key-file", "cannot be read");
        require(
                notifyUrl.isAbsolute() && notifyUrl.getQuery() == null,
                "notify-url",
                "is not an address without a query");
        require(endpoint.isAbsolute(), "endpoint", "is not an address");
        require(timeout.isPositive(), "timeout", "is not a time");
    }

    String apiV3Key() {
        String key = read(apiV3KeyFile);
        require(key.length() == 32, "api-v3-key-file", "does not hold 32 characters");
        return key;
    }

    String merchantKey() {
        return read(merchantKeyFile);
    }

    String platformKey() {
        return read(platformKeyFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private static void require(boolean holds, String key, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + key + " " + fault);
        }
    }
}

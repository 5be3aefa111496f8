package org.yinxin.standins.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the {@code WECHATPAY2-SHA256-RSA2048} authorization of a merchant's request. */
final class MerchantRequests {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Keys keys;
    private final Clock clock;

    MerchantRequests(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Answers what is wrong, or nothing. */
    Optional<Answer> fault(
            String method, String pathAndQuery, String body, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return signError("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        Map<String, String> fields = fields(authorization.substring(SCHEME.length()));
        String timestamp = fields.getOrDefault("timestamp", "");
        if (!keys.merchant().merchantId().equals(fields.get("mchid"))) {
            return signError("商户号与签名不一致");
        }
        if (!keys.merchant().certificateSerial().equals(fields.get("serial_no"))) {
            return signError("商户证书序列号有误。请使用签名私钥匹配的证书序列号");
        }
        if (!fresh(timestamp)) {
            return signError("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
        String message =
                String.join(
                        "\n",
                        method,
                        pathAndQuery,
                        timestamp,
                        fields.getOrDefault("nonce_str", ""),
                        body,
                        "");
        return keys.isOfMerchant(message, fields.getOrDefault("signature", ""))
                ? Optional.empty()
                : signError("签名错误，请检查后再试");
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static Optional<Answer> signError(String message) {
        return Optional.of(Answer.error(401, "SIGN_ERROR", message));
    }
}

package org.yinxin.hall.payment.wechat;

import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;
import org.yinxin.hall.payment.channel.Refunding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Believes or refuses call-backs (支付成功回调通知, 退款结果通知). */
final class Notifications {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SIGNATURE_TYPE = "WECHATPAY2-SHA256-RSA2048";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final NotificationParser parser;
    private final WeChatPaySettings settings;
    private final Clock clock;

    Notifications(RSAPublicKeyConfig config, WeChatPaySettings settings, Clock clock) {
        this.parser = new NotificationParser(config);
        this.settings = settings;
        this.clock = clock;
    }

    Reading read(ReceivedNotification notification) {
        // The library checks neither the age nor, without complaining loudly, the key's name.
        if (!settings.platformKeyId().equals(notification.header("Wechatpay-Serial"))) {
            return new Reading.Forged("serial");
        }
        if (!fresh(notification.header("Wechatpay-Timestamp"))) {
            return new Reading.Forged("timestamp");
        }
        RequestParam request =
                new RequestParam.Builder()
                        .serialNumber(notification.header("Wechatpay-Serial"))
                        .nonce(notification.header("Wechatpay-Nonce"))
                        .timestamp(notification.header("Wechatpay-Timestamp"))
                        .signature(notification.header("Wechatpay-Signature"))
                        .signType(SIGNATURE_TYPE)
                        .body(notification.body())
                        .build();
        try {
            JsonNode outer = JSON.readTree(notification.body());
            return outer.path("event_type").asString("").startsWith("REFUND.")
                    ? refund(outer, parser.parse(request, OwnRefund.class))
                    : reading(outer, parser.parse(request, Transaction.class));
        } catch (DecryptionException e) {
            return new Reading.Forged("encryption");
        } catch (WechatPayException | IllegalArgumentException e) {
            return new Reading.Forged("signature");
        } catch (JsonParseException | JacksonException e) {
            return new Reading.Forged("content");
        }
    }

    private Reading reading(JsonNode outer, Transaction transaction) {
        String id = outer.path("id").asString("");
        if (id.isEmpty() || id.length() > 64) {
            return new Reading.Forged("identifier");
        }
        if (!settings.merchantId().equals(transaction.getMchid())
                || !settings.appId().equals(transaction.getAppid())) {
            return new Reading.Foreign(id);
        }
        String event = outer.path("event_type").asString("");
        if (!event.equals("TRANSACTION.SUCCESS")
                || transaction.getTradeState() != Transaction.TradeStateEnum.SUCCESS) {
            return new Reading.Nothing(id, event);
        }
        return Transactions.payment(transaction)
                .<Reading>map(payment -> new Reading.Payment(id, payment))
                .orElseGet(() -> new Reading.Forged("incomplete"));
    }

    private Reading refund(JsonNode outer, OwnRefund refund) {
        String id = outer.path("id").asString("");
        if (id.isEmpty() || id.length() > 64 || refund.getOutRefundNo() == null) {
            return new Reading.Forged("identifier");
        }
        if (!settings.merchantId().equals(refund.mchid)) {
            return new Reading.Foreign(id);
        }
        Refunding standing =
                Refunds.standing(
                        refund.getRefundStatus(),
                        refund.getRefundId(),
                        refund.getAmount(),
                        refund.getSuccessTime());
        return standing instanceof Refunding.Unavailable
                ? new Reading.Forged("incomplete")
                : new Reading.Refund(id, refund.getOutRefundNo(), standing);
    }

    /** The library's model leaves out whose refund it is. */
    static final class OwnRefund extends RefundNotification {
        private @Nullable String mchid;
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }
}

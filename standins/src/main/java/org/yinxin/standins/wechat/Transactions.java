package org.yinxin.standins.wechat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trade as query answers and notifications describe it. */
final class Transactions {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private Transactions() {}

    static Map<String, Object> describe(Trade trade, Merchant merchant) {
        return describe(trade, merchant, false);
    }

    static Map<String, Object> describe(Trade trade, Merchant merchant, boolean refunded) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mchid", merchant.merchantId());
        json.put("appid", merchant.appId());
        json.put("out_trade_no", trade.request().outTradeNo());
        if (trade.request().attach() != null) {
            json.put("attach", trade.request().attach());
        }
        switch (trade.state()) {
            case Trade.State.Unpaid _ -> state(json, "NOTPAY", "订单未支付");
            case Trade.State.Closed _ -> state(json, "CLOSED", "订单已关闭");
            case Trade.State.Paid paid -> {
                state(json, refunded ? "REFUND" : "SUCCESS", refunded ? "转入退款" : "支付成功");
                json.put("transaction_id", paid.transactionId());
                json.put("trade_type", "NATIVE");
                json.put("bank_type", "OTHERS");
                json.put("success_time", TIME.format(paid.at()));
                json.put("payer", Map.of("openid", "oStandIn-test-telephone-00001"));
                Map<String, Object> amount = new LinkedHashMap<>();
                amount.put("total", paid.total());
                amount.put("payer_total", paid.total());
                amount.put("currency", "CNY");
                amount.put("payer_currency", "CNY");
                json.put("amount", amount);
            }
        }
        return json;
    }

    private static void state(Map<String, Object> json, String state, String words) {
        json.put("trade_state", state);
        json.put("trade_state_desc", words);
    }
}

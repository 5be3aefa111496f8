package org.yinxin.standins.wechat;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Native 下单, 商户订单号查询订单, 关闭订单. The same number with the same content gives the same code again; with other
 * content it is refused; a paid or closed number is used up.
 */
final class NativeOrders {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OUT_TRADE_NO = Pattern.compile("[0-9A-Za-z_\\-|*]{6,32}");

    private final Keys keys;
    private final Trades trades;
    private final Clock clock;

    NativeOrders(Keys keys, Trades trades, Clock clock) {
        this.keys = keys;
        this.trades = trades;
        this.clock = clock;
    }

    Answer place(String body) {
        JsonNode json = parse(body);
        if (json == null) {
            return Answer.error(400, "PARAM_ERROR", "请求体不是合法的JSON");
        }
        if (!keys.merchant().merchantId().equals(json.path("mchid").asString(""))
                || !keys.merchant().appId().equals(json.path("appid").asString(""))) {
            return Answer.error(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
        }
        Instant expires = null;
        if (json.hasNonNull("time_expire")) {
            try {
                expires = OffsetDateTime.parse(json.path("time_expire").asString("")).toInstant();
            } catch (DateTimeException e) {
                return Answer.error(400, "PARAM_ERROR", "输入源“/body/time_expire”格式错误");
            }
        }
        Trade.Request request =
                new Trade.Request(
                        json.path("out_trade_no").asString(""),
                        json.path("description").asString(""),
                        json.path("notify_url").asString(""),
                        json.path("amount").path("total").asLong(0),
                        json.path("amount").path("currency").asString("CNY"),
                        json.hasNonNull("attach") ? json.path("attach").asString("") : null,
                        expires);
        String wrong = wrongField(request);
        if (wrong != null) {
            return Answer.error(400, "PARAM_ERROR", "输入源“/body/" + wrong + "”的值不符合要求");
        }
        String code = "weixin://wxpay/bizpayurl?pr=" + keys.text(9) + "zz";
        Trade trade = trades.putIfAbsent(new Trade(request, code, new Trade.State.Unpaid()));
        return switch (trade.state()) {
            case Trade.State.Paid _ -> Answer.error(400, "ORDERPAID", "该订单已支付");
            case Trade.State.Closed _ -> Answer.error(400, "ORDER_CLOSED", "该订单已关闭");
            case Trade.State.Unpaid _ ->
                    trade.request().equals(request)
                            ? Answer.ok(Map.of("code_url", trade.codeUrl()))
                            : Answer.error(400, "INVALID_REQUEST", "201 商户订单号重复");
        };
    }

    Answer query(String outTradeNo, String merchantId, boolean refunded) {
        if (!keys.merchant().merchantId().equals(merchantId)) {
            return Answer.error(400, "MCH_NOT_EXISTS", "商户号不存在");
        }
        return trades.find(outTradeNo)
                .map(trade -> Answer.ok(Transactions.describe(trade, keys.merchant(), refunded)))
                .orElseGet(() -> Answer.error(404, "ORDER_NOT_EXIST", "订单不存在"));
    }

    Answer close(String outTradeNo, String body) {
        JsonNode json = parse(body);
        if (json == null || !keys.merchant().merchantId().equals(json.path("mchid").asString(""))) {
            return Answer.error(400, "PARAM_ERROR", "输入源“/body/mchid”的值不符合要求");
        }
        return trades.change(
                        outTradeNo,
                        trade ->
                                switch (trade.state()) {
                                    case Trade.State.Unpaid _ ->
                                            trade.with(new Trade.State.Closed());
                                    case Trade.State.Paid _, Trade.State.Closed _ -> trade;
                                })
                .map(
                        trade ->
                                trade.state() instanceof Trade.State.Paid
                                        ? Answer.error(400, "ORDERPAID", "该订单已支付")
                                        : Answer.nothing())
                .orElseGet(() -> Answer.error(404, "ORDER_NOT_EXIST", "订单不存在"));
    }

    private @Nullable String wrongField(Trade.Request request) {
        if (!OUT_TRADE_NO.matcher(request.outTradeNo()).matches()) {
            return "out_trade_no";
        }
        if (request.description().isBlank() || request.description().length() > 127) {
            return "description";
        }
        if (!request.notifyUrl().startsWith("http") || request.notifyUrl().contains("?")) {
            return "notify_url";
        }
        if (request.total() < 1) {
            return "amount/total";
        }
        if (!request.currency().equals("CNY")) {
            return "amount/currency";
        }
        return request.expires() != null && !request.expires().isAfter(clock.instant())
                ? "time_expire"
                : null;
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}

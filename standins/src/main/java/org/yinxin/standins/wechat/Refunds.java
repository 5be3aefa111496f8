package org.yinxin.standins.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 申请退款, 查询单笔退款 and the notification that follows. The same number with the same content is the same refund; more
 * than was paid is never given back.
 */
public final class Refunds {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OUT_REFUND_NO = Pattern.compile("[0-9A-Za-z_\\-|*@]{1,64}");

    private final Keys keys;
    private final Trades trades;
    private final Notices notices;
    private final Steering steering;
    private final Clock clock;
    private final Map<String, Refund> byNumber = new LinkedHashMap<>();
    private final Map<String, Notices.Notice> sent = new ConcurrentHashMap<>();

    Refunds(Keys keys, Trades trades, Notices notices, Steering steering, Clock clock) {
        this.keys = keys;
        this.trades = trades;
        this.notices = notices;
        this.steering = steering;
        this.clock = clock;
    }

    /** How much of a paid order was given back, in fen. */
    public synchronized long refunded(String outTradeNo) {
        return byNumber.values().stream()
                .filter(refund -> refund.request().outTradeNo().equals(outTradeNo))
                .filter(refund -> refund.standing() == Refund.Standing.SUCCESS)
                .mapToLong(refund -> refund.request().refund())
                .sum();
    }

    /** How many refunds were taken on since the start. */
    public synchronized int all() {
        return byNumber.size();
    }

    /** Brings every refund to its end that is still being worked on, as the steering says, and tells the merchant. */
    public void finish() {
        numbersInWork().forEach(this::finish);
    }

    /**
     * Sends the notification of a refund once more, now.
     *
     * @return the status that the merchant answered; empty when there is none or nobody answers
     */
    public Optional<Integer> notifyAgain(String outRefundNo) {
        return Optional.ofNullable(sent.get(outRefundNo))
                .flatMap(notice -> notices.send(notice, false));
    }

    /** Like {@link #notifyAgain} but signed with a key that is not the platform's. */
    public Optional<Integer> notifyForged(String outRefundNo) {
        return Optional.ofNullable(sent.get(outRefundNo))
                .flatMap(notice -> notices.send(notice, true));
    }

    Answer apply(String body) {
        Refund.Request request = request(body);
        if (request == null) {
            return Answer.error(400, "PARAM_ERROR", "请求体不是合法的JSON");
        }
        Optional<Answer> wrong = wrong(request);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (steering.refunding() instanceof Steering.Refunding.Refuses(String code)) {
            return Answer.error(403, code, "基本账户余额不足，请充值后重新发起");
        }
        return take(request);
    }

    Answer query(String outRefundNo) {
        return find(outRefundNo)
                .map(refund -> Answer.ok(describe(refund, "status")))
                .orElseGet(() -> Answer.error(404, "RESOURCE_NOT_EXISTS", "退款单不存在"));
    }

    private Answer take(Refund.Request request) {
        Trade.State.Paid paid =
                trades.find(request.outTradeNo())
                        .map(Trade::state)
                        .filter(Trade.State.Paid.class::isInstance)
                        .map(Trade.State.Paid.class::cast)
                        .orElse(null);
        if (paid == null) {
            return Answer.error(404, "RESOURCE_NOT_EXISTS", "订单不存在");
        }
        synchronized (this) {
            Refund there = byNumber.get(request.outRefundNo());
            if (there != null) {
                return there.request().equals(request)
                        ? Answer.ok(describe(there, "status"))
                        : Answer.error(400, "INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
            }
            long before =
                    byNumber.values().stream()
                            .filter(
                                    other ->
                                            other.request()
                                                            .outTradeNo()
                                                            .equals(request.outTradeNo())
                                                    && other.standing() != Refund.Standing.CLOSED)
                            .mapToLong(other -> other.request().refund())
                            .sum();
            if (request.total() != paid.total() || before + request.refund() > paid.total()) {
                return Answer.error(400, "INVALID_REQUEST", "申请退款金额有误，累计退款金额大于支付金额");
            }
            byNumber.put(
                    request.outRefundNo(),
                    new Refund(
                            request,
                            "5030" + keys.digits(24),
                            paid.transactionId(),
                            Refund.Standing.PROCESSING,
                            null));
        }
        String number = request.outRefundNo();
        return switch (steering.refunding()) {
            case Steering.Refunding.AtOnce() -> {
                finish(number);
                yield query(number);
            }
            case Steering.Refunding.Soon(Duration wait) -> {
                // Told before it can go on: who asked hears where it stood.
                Answer answer = query(number);
                notices.later(wait, () -> finish(number));
                yield answer;
            }
            case Steering.Refunding.Pending(),
                    Steering.Refunding.Abnormal(),
                    Steering.Refunding.Closes(),
                    Steering.Refunding.Refuses _ ->
                    query(number);
        };
    }

    private void finish(String outRefundNo) {
        Refund.Standing end =
                switch (steering.refunding()) {
                    case Steering.Refunding.Abnormal() -> Refund.Standing.ABNORMAL;
                    case Steering.Refunding.Closes() -> Refund.Standing.CLOSED;
                    case Steering.Refunding.AtOnce(),
                            Steering.Refunding.Soon _,
                            Steering.Refunding.Pending(),
                            Steering.Refunding.Refuses _ ->
                            Refund.Standing.SUCCESS;
                };
        Refund ended;
        synchronized (this) {
            Refund there = byNumber.get(outRefundNo);
            if (there == null || there.standing() != Refund.Standing.PROCESSING) {
                return;
            }
            ended = there.ended(end, clock.instant());
            byNumber.put(outRefundNo, ended);
        }
        Notices.Notice notice =
                notices.compose(
                        URI.create(ended.request().notifyUrl()),
                        "REFUND." + ended.standing(),
                        "refund",
                        describe(ended, "refund_status"));
        sent.put(outRefundNo, notice);
        notices.announce(notice, steering.notifying());
    }

    private synchronized List<String> numbersInWork() {
        return byNumber.values().stream()
                .filter(refund -> refund.standing() == Refund.Standing.PROCESSING)
                .map(refund -> refund.request().outRefundNo())
                .toList();
    }

    private synchronized Optional<Refund> find(String outRefundNo) {
        return Optional.ofNullable(byNumber.get(outRefundNo));
    }

    private Map<String, Object> describe(Refund refund, String standing) {
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("total", refund.request().total());
        amount.put("refund", refund.request().refund());
        amount.put("payer_total", refund.request().total());
        amount.put("payer_refund", refund.request().refund());
        amount.put("currency", refund.request().currency());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mchid", keys.merchant().merchantId());
        json.put("refund_id", refund.refundId());
        json.put("out_refund_no", refund.request().outRefundNo());
        json.put("transaction_id", refund.transactionId());
        json.put("out_trade_no", refund.request().outTradeNo());
        json.put("channel", "ORIGINAL");
        json.put("user_received_account", "支付用户零钱");
        json.put(standing, refund.standing().name());
        if (refund.at() != null) {
            json.put("success_time", Transactions.TIME.format(refund.at()));
        }
        json.put("amount", amount);
        return json;
    }

    private static Optional<Answer> wrong(Refund.Request request) {
        String field = null;
        if (!OUT_REFUND_NO.matcher(request.outRefundNo()).matches()) {
            field = "out_refund_no";
        } else if (request.outTradeNo().isBlank()) {
            field = "out_trade_no";
        } else if (request.refund() < 1) {
            field = "amount/refund";
        } else if (!request.currency().equals("CNY")) {
            field = "amount/currency";
        } else if (!request.notifyUrl().startsWith("http") || request.notifyUrl().contains("?")) {
            field = "notify_url";
        }
        return Optional.ofNullable(field)
                .map(name -> Answer.error(400, "PARAM_ERROR", "输入源“/body/" + name + "”的值不符合要求"));
    }

    private static Refund.@Nullable Request request(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode amount = json.path("amount");
            return new Refund.Request(
                    json.path("out_refund_no").asString(""),
                    json.path("out_trade_no").asString(""),
                    amount.path("refund").asLong(0),
                    amount.path("total").asLong(0),
                    amount.path("currency").asString(""),
                    json.path("reason").asString(""),
                    json.path("notify_url").asString(""));
        } catch (JacksonException e) {
            return null;
        }
    }
}

package org.yinxin.hall.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.yinxin.hall.payment.channel.AttemptNumber;
import org.yinxin.hall.payment.channel.Bill;
import org.yinxin.hall.payment.channel.Closing;
import org.yinxin.hall.payment.channel.Offer;
import org.yinxin.hall.payment.channel.PaymentChannel;
import org.yinxin.hall.payment.channel.Reading;
import org.yinxin.hall.payment.channel.ReceivedNotification;
import org.yinxin.hall.payment.channel.RefundNumber;
import org.yinxin.hall.payment.channel.RefundRequest;
import org.yinxin.hall.payment.channel.Refunding;
import org.yinxin.hall.payment.channel.Standing;

/** 微信支付: the payer scans a QR code with the telephone (Native 支付). */
final class WeChatPayChannel implements PaymentChannel, AutoCloseable {

    private static final String NATIVE = "/v3/pay/transactions/native";
    private static final String BY_NUMBER = "/v3/pay/transactions/out-trade-no/";

    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")
                    .withZone(ZoneId.of("Asia/Shanghai"));

    // The interface was spelt differently over the years, and both spellings are still met.
    private static final Set<String> PAID = Set.of("ORDERPAID", "ORDER_PAID");
    private static final Set<String> CLOSED = Set.of("ORDER_CLOSED", "ORDERCLOSED");
    private static final Set<String> UNKNOWN = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST");

    private final WeChatPaySettings settings;
    private final JdkTransport transport;
    private final Notifications notifications;
    private final Refunds refunds;

    private WeChatPayChannel(
            WeChatPaySettings settings, JdkTransport transport, Notifications notifications) {
        this.settings = settings;
        this.transport = transport;
        this.notifications = notifications;
        this.refunds = new Refunds(settings, transport);
    }

    static WeChatPayChannel connect(WeChatPaySettings settings, Clock clock) {
        RSAPublicKeyConfig config =
                new RSAPublicKeyConfig.Builder()
                        .merchantId(settings.merchantId())
                        .merchantSerialNumber(settings.merchantSerial())
                        .privateKey(settings.merchantKey())
                        .apiV3Key(settings.apiV3Key())
                        .publicKeyId(settings.platformKeyId())
                        .publicKey(settings.platformKey())
                        .build();
        JdkTransport transport = new JdkTransport(config, settings.endpoint(), settings.timeout());
        return new WeChatPayChannel(
                settings, transport, new Notifications(config, settings, clock));
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public Offer offer(Bill bill) {
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(bill.amount().fen()));
        amount.setCurrency("CNY");
        PrepayRequest request = new PrepayRequest();
        request.setMchid(settings.merchantId());
        request.setAppid(settings.appId());
        request.setDescription(bill.description());
        request.setOutTradeNo(bill.number().text());
        request.setTimeExpire(EXPIRES.format(bill.expires()));
        request.setNotifyUrl(settings.notifyUrl().toString());
        request.setAmount(amount);
        return Calls.call(
                () ->
                        new Offer.Code(
                                transport.post(NATIVE, request, PrepayResponse.class).getCodeUrl()),
                refusal -> {
                    if (PAID.contains(refusal.getErrorCode())) {
                        return new Offer.AlreadyPaid();
                    }
                    return usedUp(refusal)
                            ? new Offer.UsedUp()
                            : new Offer.Unavailable(Calls.word(refusal));
                },
                Offer.Unavailable::new);
    }

    @Override
    public Standing ask(AttemptNumber number) {
        String path = BY_NUMBER + number + "?mchid=" + settings.merchantId();
        return Calls.call(
                () -> standing(number, transport.get(path, Transaction.class)),
                refusal ->
                        UNKNOWN.contains(refusal.getErrorCode())
                                ? new Standing.Unknown()
                                : new Standing.Unavailable(Calls.word(refusal)),
                Standing.Unavailable::new);
    }

    @Override
    public Closing close(AttemptNumber number) {
        CloseRequest request = new CloseRequest();
        request.setMchid(settings.merchantId());
        return Calls.call(
                () -> {
                    transport.post(BY_NUMBER + number + "/close", request);
                    return new Closing.Closed();
                },
                refusal -> {
                    if (PAID.contains(refusal.getErrorCode())) {
                        return new Closing.AlreadyPaid();
                    }
                    boolean gone =
                            CLOSED.contains(refusal.getErrorCode())
                                    || UNKNOWN.contains(refusal.getErrorCode());
                    return gone
                            ? new Closing.Closed()
                            : new Closing.Unavailable(Calls.word(refusal));
                },
                Closing.Unavailable::new);
    }

    @Override
    public Refunding refund(RefundRequest request) {
        return refunds.refund(request);
    }

    @Override
    public Refunding askRefund(RefundNumber number) {
        return refunds.ask(number);
    }

    @Override
    public Reading read(ReceivedNotification notification) {
        return notifications.read(notification);
    }

    @Override
    public void close() {
        transport.close();
    }

    private Standing standing(AttemptNumber number, Transaction transaction) {
        if (!number.text().equals(transaction.getOutTradeNo())
                || !settings.merchantId().equals(transaction.getMchid())) {
            return new Standing.Unavailable("answer about another order");
        }
        if (transaction.getTradeState() == null) {
            return new Standing.Unavailable("answer without a state");
        }
        return switch (transaction.getTradeState()) {
            case SUCCESS ->
                    Transactions.payment(transaction)
                            .<Standing>map(Standing.Paid::new)
                            .orElseGet(() -> new Standing.Unavailable("incomplete answer"));
            case NOTPAY, USERPAYING, ACCEPT, PAYERROR -> new Standing.Unpaid();
            // Refunded by hand before the hall heard of it: there is no money to settle with.
            case CLOSED, REVOKED, REFUND -> new Standing.Closed();
        };
    }

    private static boolean usedUp(ServiceException refusal) {
        String message = refusal.getErrorMessage() == null ? "" : refusal.getErrorMessage();
        return CLOSED.contains(refusal.getErrorCode())
                || refusal.getErrorCode().equals("OUT_TRADE_NO_USED")
                || (refusal.getErrorCode().equals("INVALID_REQUEST") && message.startsWith("201"));
    }
}

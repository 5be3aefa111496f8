package org.yinxin.hall.payment.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.refund.model.Amount;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.payment.channel.RefundNumber;
import org.yinxin.hall.payment.channel.RefundRequest;
import org.yinxin.hall.payment.channel.Refunding;

/** 申请退款 and 查询单笔退款. The library's service class is not used for the same reasons as in {@link JdkTransport}. */
final class Refunds {

    private static final String PATH = "/v3/refund/domestic/refunds";
    private static final String NO_SUCH_REFUND = "RESOURCE_NOT_EXISTS";

    private final WeChatPaySettings settings;
    private final JdkTransport transport;

    Refunds(WeChatPaySettings settings, JdkTransport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    Refunding refund(RefundRequest asked) {
        AmountReq amount = new AmountReq();
        amount.setRefund(asked.amount().fen());
        amount.setTotal(asked.amount().fen());
        amount.setCurrency("CNY");
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(asked.payment().text());
        request.setOutRefundNo(asked.number().text());
        request.setReason(asked.reason());
        request.setNotifyUrl(settings.notifyUrl().toString());
        request.setAmount(amount);
        return Calls.call(
                () -> standing(asked.number(), transport.post(PATH, request, Refund.class)),
                Refunds::refused,
                Refunding.Unavailable::new);
    }

    Refunding ask(RefundNumber number) {
        return Calls.call(
                () -> standing(number, transport.get(PATH + "/" + number, Refund.class)),
                refusal ->
                        NO_SUCH_REFUND.equals(refusal.getErrorCode())
                                ? new Refunding.Unknown()
                                : new Refunding.Unavailable(Calls.word(refusal)),
                Refunding.Unavailable::new);
    }

    /** What a standing means, from an answer or from a notification. */
    static Refunding standing(
            @Nullable Status status,
            @Nullable String reference,
            @Nullable Amount amount,
            @Nullable String at) {
        if (status == null || reference == null) {
            return new Refunding.Unavailable("incomplete answer");
        }
        return switch (status) {
            case PROCESSING -> new Refunding.Processing(reference);
            case ABNORMAL -> new Refunding.Failed("ABNORMAL", false);
            case CLOSED -> new Refunding.Failed("CLOSED", true);
            case SUCCESS -> {
                if (amount == null || amount.getRefund() == null || at == null) {
                    yield new Refunding.Unavailable("incomplete answer");
                }
                try {
                    yield new Refunding.Done(
                            reference, amount.getRefund(), OffsetDateTime.parse(at).toInstant());
                } catch (DateTimeException e) {
                    yield new Refunding.Unavailable("incomplete answer");
                }
            }
        };
    }

    private static Refunding standing(RefundNumber number, Refund answer) {
        return number.text().equals(answer.getOutRefundNo())
                ? standing(
                        answer.getStatus(),
                        answer.getRefundId(),
                        answer.getAmount(),
                        answer.getSuccessTime())
                : new Refunding.Unavailable("answer about another refund");
    }

    /** A fault of the platform or of our own set-up passes; what it says of this refund does not. */
    private static Refunding refused(ServiceException refusal) {
        int status = refusal.getHttpStatusCode();
        boolean passing = status >= 500 || status == 401 || status == 429;
        return passing
                ? new Refunding.Unavailable(Calls.word(refusal))
                : new Refunding.Failed(refusal.getErrorCode(), false);
    }
}

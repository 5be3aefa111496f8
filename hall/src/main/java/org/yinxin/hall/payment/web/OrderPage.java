package org.yinxin.hall.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.ChannelCode;
import org.yinxin.hall.payment.CheckOrder;
import org.yinxin.hall.payment.HandInVoucher;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderStanding;
import org.yinxin.hall.payment.OrderState;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.PaymentOrder;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.payment.ReadVouchers;
import org.yinxin.hall.payment.Refund;
import org.yinxin.hall.payment.StartPayment;
import org.yinxin.hall.payment.StartedPayment;
import org.yinxin.hall.web.Answers;
import org.yinxin.hall.web.PageErrors;
import org.yinxin.hall.web.QrCode;

/** 缴费: what is paid for, the code to scan, and whether the money came. */
@Controller
@RequestMapping("/orders/{id}")
class OrderPage {

    private static final String PAGE = "payment/web/order";

    private final ReadOrder readOrder;
    private final StartPayment startPayment;
    private final CheckOrder checkOrder;
    private final HandInVoucher handInVoucher;
    private final ReadVouchers readVouchers;
    private final PageErrors pageErrors;

    OrderPage(
            ReadOrder readOrder,
            StartPayment startPayment,
            CheckOrder checkOrder,
            HandInVoucher handInVoucher,
            ReadVouchers readVouchers,
            PageErrors pageErrors) {
        this.readOrder = readOrder;
        this.startPayment = startPayment;
        this.checkOrder = checkOrder;
        this.handInVoucher = handInVoucher;
        this.readVouchers = readVouchers;
        this.pageErrors = pageErrors;
    }

    /** What the page shows of a line. */
    record Line(String label, BigDecimal amount) {}

    /** What the page shows of money that goes back. */
    record Back(BigDecimal amount, Refund refund) {
        public String state() {
            return OrderView.state(refund.state());
        }
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String checked,
            Model model,
            Locale reader) {
        model.addAttribute("checked", checked != null);
        return fill(who, id(id), model, reader);
    }

    /** What the page asks again and again: nothing, until there is something new to be shown. */
    @GetMapping("/status")
    ResponseEntity<Void> status(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        OrderStanding standing = Answers.valueOf(readOrder.standing(who, id(id)));
        var nothing = ResponseEntity.noContent();
        return (waiting(standing) ? nothing : nothing.header("HX-Refresh", "true")).build();
    }

    /** Gives a code where the page has none. */
    @PostMapping("/payment")
    String pay(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam String channel,
            Model model,
            HttpServletResponse response,
            Locale reader) {
        Outcome<StartedPayment> started =
                ChannelCode.parse(channel)
                        .map(code -> startPayment.start(who, id(id), code))
                        .orElseGet(() -> Outcome.refused(PaymentError.CHANNEL_NOT_OFFERED));
        return switch (started) {
            case Outcome.Done<StartedPayment> _ -> "redirect:/orders/" + id;
            case Outcome.Refused<StartedPayment>(var refusal) -> {
                String page = fill(who, id(id), model, reader);
                yield pageErrors.show(refusal, model, response, page);
            }
        };
    }

    /** For those whose page does not poll: asks the channel and shows the page again. */
    @PostMapping("/check")
    String check(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        PaymentOrder order = Answers.valueOf(checkOrder.check(who, id(id)));
        return "redirect:/orders/" + order.id() + (order.settled() ? "" : "?checked");
    }

    /** Takes the voucher of a bank transfer. */
    @PostMapping("/voucher")
    String handIn(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestPart(name = "voucher", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response,
            Locale reader)
            throws IOException {
        byte[] content =
                file == null
                        ? new byte[0]
                        : file.getInputStream().readNBytes(HandInVoucher.LARGEST + 1);
        return switch (handInVoucher.handIn(who, id(id), content, remark)) {
            case Outcome.Done<PaymentOrder> _ -> "redirect:/orders/" + id;
            case Outcome.Refused<PaymentOrder>(var refusal) -> {
                model.addAttribute("remark", remark);
                String page = fill(who, id(id), model, reader);
                yield pageErrors.show(refusal, model, response, page);
            }
        };
    }

    /** The voucher that was handed in last. */
    @GetMapping("/voucher")
    ResponseEntity<byte[]> voucher(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        return PaperAnswer.of(Answers.valueOf(readVouchers.own(who, id(id))));
    }

    private String fill(Actor who, OrderId id, Model model, Locale reader) {
        fill(Answers.valueOf(readOrder.standing(who, id)), model, reader);
        return PAGE;
    }

    private static void fill(OrderStanding standing, Model model, Locale reader) {
        PaymentOrder order = standing.order();
        var code = OrderView.code(standing);
        List<Line> lines =
                order.lines().stream()
                        .map(line -> new Line(line.label().in(reader), yuan(line.amount())))
                        .toList();
        model.addAttribute("order", order);
        model.addAttribute("orderTitle", order.title().in(reader));
        model.addAttribute("lines", lines);
        model.addAttribute("amount", yuan(order.amount()));
        model.addAttribute("state", OrderView.state(order.state()));
        model.addAttribute("concerned", order.concerned());
        model.addAttribute(
                "channels",
                order.request().channels().stream()
                        .filter(channel -> !channel.equals(ChannelCode.TRANSFER))
                        .map(ChannelCode::text)
                        .toList());
        model.addAttribute("transfer", standing.transfer());
        model.addAttribute("voucher", standing.voucher());
        model.addAttribute(
                "refunds",
                standing.refunds().stream()
                        .map(refund -> new Back(yuan(refund.amount()), refund))
                        .toList());
        model.addAttribute("scan", code);
        model.addAttribute("qr", code == null ? null : QrCode.of(code.codeUrl()));
    }

    /** Whether time alone can change what the page shows. */
    private static boolean waiting(OrderStanding standing) {
        return standing.order().state() instanceof OrderState.Unpaid
                && standing.instruction() != null;
    }

    private static OrderId id(String typed) {
        return Answers.valueOf(OrderApi.id(typed));
    }

    private static BigDecimal yuan(Money amount) {
        return BigDecimal.valueOf(amount.fen(), 2);
    }
}

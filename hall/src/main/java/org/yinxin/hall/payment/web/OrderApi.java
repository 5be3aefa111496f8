package org.yinxin.hall.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.archive.PaperAnswer;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.payment.CheckOrder;
import org.yinxin.hall.payment.HandInVoucher;
import org.yinxin.hall.payment.OrderId;
import org.yinxin.hall.payment.OrderStanding;
import org.yinxin.hall.payment.PaymentError;
import org.yinxin.hall.payment.ReadOrder;
import org.yinxin.hall.payment.ReadVouchers;
import org.yinxin.hall.web.Answers;

/** Orders in the open API. A payment is started where the case is. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
class OrderApi {

    private final ReadOrder readOrder;
    private final CheckOrder checkOrder;
    private final HandInVoucher handInVoucher;
    private final ReadVouchers readVouchers;

    OrderApi(
            ReadOrder readOrder,
            CheckOrder checkOrder,
            HandInVoucher handInVoucher,
            ReadVouchers readVouchers) {
        this.readOrder = readOrder;
        this.checkOrder = checkOrder;
        this.handInVoucher = handInVoucher;
        this.readVouchers = readVouchers;
    }

    /** The order as it stands. */
    @GetMapping
    ResponseEntity<OrderView> read(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        return Answers.of(standing(who, id).map(standing -> OrderView.of(standing, reader)));
    }

    /** The order as it stands after the channel was asked once more. */
    @PostMapping("/check")
    ResponseEntity<OrderView> check(
            @AuthenticationPrincipal Actor who, @PathVariable String id, Locale reader) {
        Outcome<OrderStanding> checked =
                id(id).flatMap(order -> checkOrder.check(who, order))
                        .flatMap(order -> readOrder.standing(who, order.id()));
        return Answers.of(checked.map(standing -> OrderView.of(standing, reader)));
    }

    @Operation(
            summary = "Hand in the voucher of a bank transfer, or replace it",
            description =
                    "The picture itself. Its format is read from its bytes; name and declared type are not looked at.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "image/*",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PutMapping("/voucher")
    ResponseEntity<OrderView> handIn(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            HttpServletRequest request,
            Locale reader)
            throws IOException {
        return handIn(who, id, request.getInputStream(), remark, reader);
    }

    @Operation(hidden = true)
    @PutMapping(path = "/voucher", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<OrderView> handInPart(
            @AuthenticationPrincipal Actor who,
            @PathVariable String id,
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "") String remark,
            Locale reader)
            throws IOException {
        return handIn(who, id, file.getInputStream(), remark, reader);
    }

    @Operation(summary = "Look at the voucher that was handed in last")
    @GetMapping("/voucher")
    ResponseEntity<byte[]> voucher(@AuthenticationPrincipal Actor who, @PathVariable String id) {
        return PaperAnswer.of(
                Answers.valueOf(id(id).flatMap(order -> readVouchers.own(who, order))));
    }

    /** One byte more than is taken is enough to be refused; the rest is never read. */
    private ResponseEntity<OrderView> handIn(
            Actor who, String id, InputStream picture, String remark, Locale reader)
            throws IOException {
        byte[] content = picture.readNBytes(HandInVoucher.LARGEST + 1);
        return Answers.of(
                id(id).flatMap(order -> handInVoucher.handIn(who, order, content, remark))
                        .flatMap(order -> readOrder.standing(who, order.id()))
                        .map(standing -> OrderView.of(standing, reader)));
    }

    private Outcome<OrderStanding> standing(Actor who, String id) {
        return id(id).flatMap(order -> readOrder.standing(who, order));
    }

    static Outcome<OrderId> id(String typed) {
        return OrderId.parse(typed)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PaymentError.NO_SUCH_ORDER));
    }
}

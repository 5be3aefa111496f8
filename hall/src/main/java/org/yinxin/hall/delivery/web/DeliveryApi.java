package org.yinxin.hall.delivery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.delivery.CorrectHandover;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.HandOver;
import org.yinxin.hall.delivery.ListDeliveries;
import org.yinxin.hall.delivery.ReadDelivery;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.web.Answers;

/** 寄送 over the API. */
@Tag(name = "Deliveries", description = "For producer officers who hand media and papers over.")
@RestController
@RequestMapping("/api/v1/staff/deliveries")
class DeliveryApi {

    private final ListDeliveries listDeliveries;
    private final ReadDelivery readDelivery;
    private final HandOver handOver;
    private final CorrectHandover correctHandover;

    DeliveryApi(
            ListDeliveries listDeliveries,
            ReadDelivery readDelivery,
            HandOver handOver,
            CorrectHandover correctHandover) {
        this.listDeliveries = listDeliveries;
        this.readDelivery = readDelivery;
        this.handOver = handOver;
        this.correctHandover = correctHandover;
    }

    /** What a mistyped carrier or number is replaced by. */
    record Correction(@Nullable String carrier, @Nullable String trackingNumber) {}

    /** The next page, if there is one, is named in the header {@code Link}. */
    @Operation(summary = "List what is to be handed over, longest waiting first")
    @GetMapping
    ResponseEntity<List<DeliveryJson>> list(
            @AuthenticationPrincipal Actor who,
            @RequestParam(required = false) @Nullable CaseNumber after,
            @RequestParam(required = false) @Nullable GateCode gate) {
        ListDeliveries.Page page = Answers.valueOf(listDeliveries.waiting(who, after, gate));
        Delivery next = page.next();
        return Answers.page(
                page.waiting().stream().map(DeliveryJson::of).toList(),
                next == null
                        ? null
                        : "/api/v1/staff/deliveries?after=%s&gate=%s"
                                .formatted(next.number(), next.gate()));
    }

    @Operation(
            summary = "Read one delivery with its address",
            description = "The address is in clear; that it was read is recorded.")
    @GetMapping("/{number}/{gate}")
    ResponseEntity<DeliveryJson> read(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            Locale reader) {
        return Answers.of(
                readDelivery.read(who, number, gate).map(found -> DeliveryJson.of(found, reader)));
    }

    @Operation(
            summary = "Hand it over",
            description =
                    "To a courier, or to somebody who collects it. The same again changes nothing.")
    @PostMapping("/{number}/{gate}")
    ResponseEntity<DeliveryJson> handOver(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            @RequestBody HandoverBody body) {
        return Answers.of(handOver.handOver(who, number, gate, body.typed()).map(DeliveryJson::of));
    }

    @Operation(summary = "Correct a mistyped carrier or tracking number")
    @PostMapping("/{number}/{gate}/correction")
    ResponseEntity<DeliveryJson> correct(
            @AuthenticationPrincipal Actor who,
            @PathVariable CaseNumber number,
            @PathVariable GateCode gate,
            @RequestBody Correction body) {
        return Answers.of(
                correctHandover
                        .correct(
                                who,
                                number,
                                gate,
                                HandoverBody.text(body.carrier()),
                                HandoverBody.text(body.trackingNumber()))
                        .map(DeliveryJson::of));
    }
}

package org.yinxin.hall.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.delivery.AddressedDelivery;
import org.yinxin.hall.delivery.Delivery;
import org.yinxin.hall.delivery.DeliveryState;
import org.yinxin.hall.delivery.Handover;

/** One delivery over the API. */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryJson(
        @Schema(example = "2611-7K4M-9QTX") String number,
        @Schema(example = "DELIVER") String gate,
        @Schema(allowableValues = {"DUE", "WITHDRAWN", "HANDED_OVER"}) String state,
        @Schema(description = "the ways that the plan offers") List<String> ways,
        @Schema(description = "the way that the subscriber asked for") @Nullable String wanted,
        Instant dueAt,
        @Schema(description = "how it was handed over") @Nullable String way,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant handedOverAt,
        @Schema(description = "who receives it and where; only where one delivery is read")
                @Nullable List<Line> address) {

    @Schema(name = "DeliveryAddressLine")
    record Line(String label, String value) {}

    static DeliveryJson of(AddressedDelivery addressed, Locale reader) {
        return of(
                addressed.delivery(),
                addressed.address().stream()
                        .map(line -> new Line(line.label().in(reader), line.value()))
                        .toList());
    }

    static DeliveryJson of(Delivery delivery) {
        return of(delivery, null);
    }

    private static DeliveryJson of(Delivery delivery, @Nullable List<Line> address) {
        Way wanted = delivery.wanted();
        DeliveryState.Done done = delivery.done().orElse(null);
        var sent = done != null && done.handover() instanceof Handover.Sent it ? it : null;
        return new DeliveryJson(
                delivery.number().text(),
                delivery.gate().text(),
                switch (delivery.state()) {
                    case DeliveryState.Due _ -> "DUE";
                    case DeliveryState.Withdrawn _ -> "WITHDRAWN";
                    case DeliveryState.Done _ -> "HANDED_OVER";
                },
                delivery.ways().stream().sorted().map(Way::name).toList(),
                wanted == null ? null : wanted.name(),
                delivery.dueAt(),
                done == null ? null : done.handover().way().name(),
                sent == null ? null : sent.carrier(),
                sent == null ? null : sent.trackingNumber().text(),
                done == null ? null : done.at(),
                address);
    }
}

package org.yinxin.hall.delivery.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.delivery.TypedHandover;

/** How something was handed over, as a form or a client says it. */
@Schema(name = "Handover")
record HandoverBody(
        @Schema(allowableValues = {"COURIER_PREPAID", "COURIER_COLLECT", "PICKUP"})
                @Nullable String way,
        @Schema(description = "the courier; not when collected", example = "示例快递")
                @Nullable String carrier,
        @Schema(description = "not when collected", example = "SL1234567890123")
                @Nullable String trackingNumber,
        @Schema(description = "collected in person, and the identity document was seen")
                @Nullable Boolean identitySeen) {

    static final HandoverBody EMPTY = new HandoverBody(null, null, null, null);

    TypedHandover typed() {
        return new TypedHandover(
                text(way), text(carrier), text(trackingNumber), Boolean.TRUE.equals(identitySeen));
    }

    static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}

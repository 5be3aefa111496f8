package org.yinxin.hall.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.hall.catalogue.GateSettings.Way;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

class TypedHandoverTest {

    private static final Set<Way> ALL = EnumSet.allOf(Way.class);

    private static Refusal refusal(TypedHandover typed) {
        return switch (typed.check(ALL)) {
            case Outcome.Refused<Handover>(Refusal refusal) -> refusal;
            case Outcome.Done<Handover> done -> throw new AssertionError("not refused: " + done);
        };
    }

    private static List<String> wrong(TypedHandover typed) {
        return refusal(typed).violations().stream().map(Violation::field).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SL1234567890",
                "  sl 1234 567890 ",
                "ＳＬ１２３４５６７８９０",
                "12345678",
                "JD-0001-0002-3"
            })
    void takes_a_number_as_it_is_typed_or_scanned(String number) {
        assertThat(TrackingNumber.parse(number)).isPresent();
        assertThat(TrackingNumber.parse(number).orElseThrow().text()).matches("[A-Z0-9-]{8,30}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "ABCDEFGHIJ",
                "-12345678",
                "12345678-",
                "1234567_8",
                "单号12345678",
                "1234567890123456789012345678901",
                "12345678<b>"
            })
    void refuses_what_no_carrier_has_printed(String number) {
        assertThat(TrackingNumber.parse(number)).isEmpty();
        assertThat(wrong(new TypedHandover("COURIER_PREPAID", "示例快递", number, false)))
                .containsExactly("trackingNumber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "快",
                "=HYPERLINK",
                "a\tb",
                "示例快递示例快递示例快递示例快递示例快递示例快递示例快递示例快递示例快递示例快递示例"
            })
    void refuses_what_is_no_carrier(String carrier) {
        assertThat(wrong(new TypedHandover("COURIER_COLLECT", carrier, "SL1234567890", false)))
                .containsExactly("carrier");
    }

    @Test
    void asks_for_the_identity_document_of_whoever_collects_it() {
        assertThat(wrong(new TypedHandover("PICKUP", "", "", false)))
                .containsExactly("identitySeen");
    }

    @Test
    void refuses_a_parcel_that_was_collected() {
        assertThat(wrong(new TypedHandover("PICKUP", "示例快递", "SL1234567890", true)))
                .containsExactly("carrier", "trackingNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PIGEON", "pickup"})
    void refuses_what_is_no_way(String way) {
        assertThat(refusal(new TypedHandover(way, "示例快递", "SL1234567890", true)).code())
                .isEqualTo(DeliveryError.WAY_NOT_OFFERED);
    }

    @Test
    void refuses_a_way_that_the_plan_does_not_offer() {
        var typed = new TypedHandover("PICKUP", "", "", true);
        assertThat(typed.check(Set.of(Way.COURIER_PREPAID)))
                .isEqualTo(
                        Outcome.refused(
                                DeliveryError.WAY_NOT_OFFERED,
                                new Violation("way", "delivery.violation.way")));
    }
}

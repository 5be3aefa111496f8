package org.yinxin.hall.application;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ApplicationView.ItemReasonView;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.catalogue.Words;

/** Puts the reasons of a return or a refusal into the plan's words. */
final class Reasons {

    private static final Words UNPAID = new Words("没有在期限内支付", "It was not paid in time");

    private Reasons() {}

    static List<ItemReasonView> of(BusinessPlan business, GateState state) {
        return switch (state) {
            case GateState.Returned(_, _, List<ItemReason> reasons) -> words(business, reasons);
            case GateState.Refused(_, _, List<ItemReason> reasons) -> words(business, reasons);
            case GateState.Shut _, GateState.Open _, GateState.Passed _ -> List.of();
        };
    }

    private static List<ItemReasonView> words(BusinessPlan business, List<ItemReason> reasons) {
        return reasons.stream()
                .map(
                        reason ->
                                new ItemReasonView(
                                        reason.item(),
                                        label(business, reason.item()),
                                        words(business, reason.reason()),
                                        reason.text()))
                .toList();
    }

    private static @Nullable Words label(BusinessPlan business, String item) {
        return Stream.concat(
                        business.field(item).map(field -> field.label()).stream(),
                        business.paper(item).map(paper -> paper.title()).stream())
                .findFirst()
                .orElse(null);
    }

    private static Words words(BusinessPlan business, String code) {
        return business.settings(GateSettings.Review.class)
                .flatMap(review -> review.reasons().stream())
                .filter(reason -> reason.code().equals(code))
                .map(Reason::words)
                .findFirst()
                .or(() -> HallReason.words(code, business))
                .orElseGet(
                        () -> code.equals(PaymentListener.UNPAID) ? UNPAID : new Words(code, code));
    }
}

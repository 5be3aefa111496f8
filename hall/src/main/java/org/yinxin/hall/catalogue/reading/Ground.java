package org.yinxin.hall.catalogue.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Product;

/**
 * What the checks of one business stand on.
 *
 * @param business the business as it was read
 * @param products what it is offered for
 * @param place where it stands in the file
 * @param places where its gates stand
 */
record Ground(
        BusinessPlan business, List<Product> products, Block place, Map<GateCode, Block> places) {

    static Ground of(
            BusinessPlan business,
            List<Product> products,
            Block place,
            Map<GateCode, Block> places) {
        List<Product> offered =
                products.stream()
                        .filter(product -> business.products().contains(product.code()))
                        .toList();
        return new Ground(business, offered, place, places);
    }

    /** A fault of the business itself. */
    void fault(String key, String sentence) {
        place.fault(key, sentence);
    }

    /** A fault of one of its gates. */
    void fault(GatePlan gate, String key, String sentence) {
        Block block = places.get(gate.code());
        if (block != null) {
            block.fault(key, sentence);
        }
    }

    /** A fault of something smaller that was read from a block of its own. */
    void fault(Record part, String key, String sentence) {
        place.placeOf(part).orElse(place).fault(key, sentence);
    }

    /** All gates that are passed before one opens. */
    Set<GateCode> before(GatePlan gate) {
        Set<GateCode> before = new HashSet<>();
        collect(gate, before);
        return before;
    }

    private void collect(GatePlan gate, Set<GateCode> before) {
        for (GateCode code : gate.after()) {
            if (before.add(code)) {
                business.gate(code).ifPresent(next -> collect(next, before));
            }
        }
    }

    /** Whether a gate of this kind is passed before one opens. */
    boolean comesAfter(GatePlan gate, Class<? extends GateSettings> kind) {
        Set<GateCode> before = before(gate);
        return business.gates(kind).stream().anyMatch(other -> before.contains(other.code()));
    }

    /** Whether a field is asked at a form that is passed before a gate opens. */
    boolean askedBefore(GatePlan gate, FormField field) {
        Set<GateCode> before = before(gate);
        return business.gates().stream()
                .filter(other -> before.contains(other.code()))
                .map(GatePlan::settings)
                .filter(GateSettings.Form.class::isInstance)
                .flatMap(form -> ((GateSettings.Form) form).sections().stream())
                .anyMatch(section -> section.fields().contains(field));
    }

    List<FormField> fields(FieldType type) {
        return business.fields().stream().filter(field -> field.type() == type).toList();
    }
}

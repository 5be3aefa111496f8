package org.yinxin.hall.catalogue.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.Obligation;

/** Checks that what a subscriber can choose is what is offered, and is asked where there is a choice. */
final class ChoiceCheck {

    private final Ground ground;

    private ChoiceCheck(Ground ground) {
        this.ground = ground;
    }

    static void check(Ground ground) {
        ChoiceCheck check = new ChoiceCheck(ground);
        for (FieldType type : List.of(FieldType.YEARS, FieldType.PRODUCT, FieldType.SUBJECT_TYPE)) {
            check.once(type);
        }
        ground.fields(FieldType.PRODUCT).forEach(check::products);
        ground.business().fields().forEach(check::labels);
        if (ground.business().kind().makesCertificate()) {
            check.asked();
        }
    }

    private void once(FieldType type) {
        ground.fields(type).stream()
                .skip(1)
                .forEach(
                        second ->
                                ground.fault(
                                        second,
                                        "type",
                                        "\"%s\" is a second field of type %s; only one can be heeded."
                                                .formatted(second.name(), type)));
    }

    private void products(FormField field) {
        List<String> offered =
                ground.products().stream().map(product -> product.code().text()).toList();
        List<String> options = field.options().stream().map(FormField.Option::value).toList();
        for (FormField.Option option : field.options()) {
            if (!offered.contains(option.value())) {
                ground.fault(
                        option,
                        "value",
                        "\"%s\" is no product of %s%s"
                                .formatted(
                                        option.value(),
                                        ground.business().code(),
                                        Nearest.hint(option.value(), offered)));
            }
        }
        for (String code : offered) {
            if (!options.contains(code)) {
                ground.fault(
                        field,
                        "options",
                        "\"%s\" does not offer the product \"%s\"; offer it or leave it out of the \"products\" of %s."
                                .formatted(field.name(), code, ground.business().code()));
            }
        }
    }

    private void labels(FormField field) {
        Set<String> labels = new HashSet<>();
        for (FormField.Option option : field.options()) {
            if (!labels.add(option.label().zh())) {
                ground.fault(
                        option,
                        "zh",
                        "Two options of \"%s\" both read “%s”; nobody could tell them apart."
                                .formatted(field.name(), option.label().zh()));
            }
        }
    }

    private void asked() {
        CertificateRule rule = ground.business().certificate();
        boolean chosen = rule == null || rule.validity() != CertificateRule.Validity.KEEP_OLD;
        if (chosen && ground.products().stream().anyMatch(each -> each.years().size() > 1)) {
            must(FieldType.YEARS, "for how many years");
        }
        if (ground.products().size() > 1) {
            must(FieldType.PRODUCT, "for which product");
        }
    }

    private void must(FieldType type, String what) {
        List<FormField> fields = ground.fields(type);
        if (fields.isEmpty()) {
            ground.fault(
                    "gates",
                    "%s asks nowhere %s: add a field of type %s."
                            .formatted(ground.business().code(), what, type));
        } else if (fields.getFirst().obligation() instanceof Obligation.Optional) {
            ground.fault(
                    fields.getFirst(),
                    "required",
                    "\"%s\" asks %s, which everybody must say: make it \"required: always\"."
                            .formatted(fields.getFirst().name(), what));
        }
    }
}

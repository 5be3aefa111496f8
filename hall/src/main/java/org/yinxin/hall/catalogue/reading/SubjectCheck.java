package org.yinxin.hall.catalogue.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.Condition;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Obligation;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.SubjectRule;
import org.yinxin.hall.catalogue.SubjectRule.Source;

/** Checks that a business which makes certificates asks everybody for all that stands in their subject. */
final class SubjectCheck {

    private final Ground ground;
    private final @Nullable Product product;

    private SubjectCheck(Ground ground, @Nullable Product product) {
        this.ground = ground;
        this.product = product;
    }

    /** Whoever acts for a subscriber is asked for too, by fields of fitting types. */
    static void checkAgent(Ground ground) {
        AgentRule agent = ground.business().agent();
        if (agent == null) {
            return;
        }
        SubjectCheck check = new SubjectCheck(ground, null);
        check.part("agent's name", agent.name(), FieldType.PERSON_NAME);
        check.part(
                "agent's identity number",
                agent.identityNumber(),
                FieldType.RESIDENT_IDENTITY_NUMBER);
        check.part("agent's mobile number", agent.mobile(), FieldType.MOBILE);
        if (agent.email() != null) {
            check.part("agent's mail address", agent.email(), FieldType.EMAIL);
        }
    }

    static void check(Ground ground, Product product) {
        if (ground.business().gates(GateSettings.Production.class).isEmpty()) {
            return;
        }
        SubjectCheck check = new SubjectCheck(ground, product);
        SubjectRule rule = product.subject();
        check.part("province", rule.province(), null);
        check.part("locality", rule.locality(), null);
        check.part("organisation", rule.organisation(), null);
        check.part("commonName", rule.commonName(), null);
        check.part("organisationCode", rule.organisationCode(), FieldType.CREDIT_CODE);
    }

    private void part(String part, @Nullable Source source, @Nullable FieldType type) {
        if (source instanceof Source.Field(String name)) {
            part("subject's " + part, name, type);
        }
    }

    private void part(String part, String name, @Nullable FieldType type) {
        if (name.equals(Block.MISSING)) {
            return;
        }
        FormField field = ground.business().field(name).orElse(null);
        String code = ground.business().code().text();
        if (field == null) {
            AgentRule agent = ground.business().agent();
            String sentence =
                    "The %s comes from the field \"%s\", which %s does not ask for%s"
                            .formatted(part, name, code, Nearest.hint(name, names()));
            if (agent != null && product == null) {
                ground.fault(agent, "name", sentence);
            } else {
                ground.fault("gates", sentence);
            }
        } else if (!asksAll(field.obligation())) {
            ground.fault(
                    field,
                    "required",
                    "The %s comes from the field \"%s\", which %s does not ask everybody for: make it \"required: always\"."
                            .formatted(part, name, code));
        } else if (type != null && field.type() != type) {
            ground.fault(
                    field,
                    "type",
                    "The %s must come from a field of type %s, and \"%s\" is of type %s."
                            .formatted(part, type, name, field.type()));
        }
    }

    private List<String> names() {
        return ground.business().fields().stream().map(FormField::name).toList();
    }

    /** Whether everybody is asked who applies for the product. */
    private boolean asksAll(Obligation obligation) {
        return switch (obligation) {
            case Obligation.Always _ -> true;
            case Obligation.Optional _ -> false;
            case Obligation.When(Condition condition) ->
                    product != null
                            && ground.business()
                                    .field(condition.field())
                                    .filter(asked -> asked.type() == FieldType.PRODUCT)
                                    .isPresent()
                            && condition.anyOf().contains(product.code().text());
        };
    }
}

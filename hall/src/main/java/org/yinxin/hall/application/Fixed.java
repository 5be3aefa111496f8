package org.yinxin.hall.application;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.gate.ItemReason;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.BusinessKind;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.CertificateRule;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.Product;
import org.yinxin.hall.catalogue.SubjectRule;

/**
 * Answers that a case about a certificate takes over and shows, but does not ask again. A change asks for what the plan
 * counts as a change, and for who acts; everything else keeps what the certificate says, and asks for the rest. What an
 * officer returned is asked all the same.
 */
final class Fixed {

    private Fixed() {}

    /** Those that cannot be changed now. */
    static Set<String> of(Application application, Contents contents) {
        Set<String> fixed = new HashSet<>(contents.fixed());
        application.business().gates().stream()
                .flatMap(gate -> application.gates().correction(gate.code()).stream())
                .flatMap(correction -> correction.reasons().stream())
                .map(ItemReason::item)
                .forEach(fixed::remove);
        return fixed;
    }

    /** Whether a field, once it was taken over, is not asked again. */
    static boolean byRule(Application application, String field) {
        BusinessPlan business = application.business();
        CertificateRule rule = business.certificate();
        if (rule == null || isAgents(business.agent(), field)) {
            return false;
        }
        if (business.kind() == BusinessKind.CHANGE) {
            return !rule.changes().isEmpty() && !rule.changes().contains(field);
        }
        return !rule.changes().contains(field) && isCertified(application, field);
    }

    private static boolean isAgents(@Nullable AgentRule agent, String field) {
        return agent != null
                && (field.equals(agent.name())
                        || field.equals(agent.identityNumber())
                        || field.equals(agent.mobile())
                        || field.equals(agent.email()));
    }

    /** Whether it stands in the certificate, or says which certificate it is; a further key may be another product. */
    private static boolean isCertified(Application application, String field) {
        BusinessPlan business = application.business();
        boolean product =
                business.kind() != BusinessKind.ADD_KEY
                        && business.field(field)
                                .filter(it -> it.type() == FieldType.PRODUCT)
                                .isPresent();
        return product
                || application.plan().products(business).stream()
                        .map(Product::subject)
                        .flatMap(Fixed::sources)
                        .anyMatch(field::equals);
    }

    private static Stream<String> sources(SubjectRule rule) {
        return Stream.<SubjectRule.@Nullable Source>of(
                        rule.province(),
                        rule.locality(),
                        rule.organisation(),
                        rule.commonName(),
                        rule.organisationCode())
                .flatMap(
                        source ->
                                source instanceof SubjectRule.Source.Field(String name)
                                        ? Stream.of(name)
                                        : Stream.empty());
    }
}

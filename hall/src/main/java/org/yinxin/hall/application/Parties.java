package org.yinxin.hall.application;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.identification.Subject;
import org.yinxin.hall.identification.TypedAccount;

/**
 * Who the form says that a party is, so that nothing is typed a second time. The plan's rule names the agent's answers;
 * the organisation's are known by their types; those of the legal representative and of a person who applies for
 * themselves bear the names {@code legal…} and {@code applicant…} in every plan, with {@code …Name}, {@code
 * …IdentityNumber} and {@code …Mobile}.
 */
final class Parties {

    private final BusinessPlan business;
    private final Map<String, String> answers;

    private Parties(BusinessPlan business, Map<String, String> answers) {
        this.business = business;
        this.answers = answers;
    }

    static Subject of(Application application, Contents contents, Party party) {
        return new Parties(application.business(), contents.values()).subject(party);
    }

    /** The name of the organisation that applies, in which its account must be. */
    static Optional<String> organisation(Application application, Contents contents) {
        return new Parties(application.business(), contents.values())
                .typed(FieldType.ORGANISATION_NAME);
    }

    /** The account that the form says, as far as it does: the answers {@code bankAccount} and {@code bankName}. */
    static TypedAccount account(Application application, Contents contents) {
        Parties parties = new Parties(application.business(), contents.values());
        return new TypedAccount(
                parties.typed(FieldType.ORGANISATION_NAME).orElse(""),
                parties.answer("bankAccount").orElse(""),
                parties.answer("bankName").orElse(""));
    }

    /** The fields that name somebody whom no source knew, where the plan let them pass all the same. */
    static Set<String> unknown(Application application) {
        Parties parties = new Parties(application.business(), Map.of());
        Set<String> fields = new HashSet<>();
        for (GatePlan gate : application.business().gates(GateSettings.Identification.class)) {
            boolean unknown =
                    application.gates().state(gate.code())
                                    instanceof GateState.Passed(_, _, String evidence)
                            && evidence.contains(" UNKNOWN ");
            if (unknown) {
                Party party = ((GateSettings.Identification) gate.settings()).party();
                fields.add(parties.nameField(party));
            }
        }
        return fields;
    }

    private String nameField(Party party) {
        AgentRule agent = business.agent();
        return switch (party) {
            case AGENT -> agent == null ? "agentName" : agent.name();
            case LEGAL_REPRESENTATIVE -> "legalName";
            case APPLICANT -> "applicantName";
            case OLD_MOBILE, NEW_MOBILE -> number(party);
            case ORGANISATION ->
                    business.fields().stream()
                            .filter(field -> field.type() == FieldType.ORGANISATION_NAME)
                            .map(FormField::name)
                            .findFirst()
                            .orElse("organisationName");
        };
    }

    private Subject subject(Party party) {
        AgentRule agent = business.agent();
        return switch (party) {
            case AGENT ->
                    agent == null
                            ? person("agent", false)
                            : new Subject(
                                    answer(agent.name()).orElse(null),
                                    answer(agent.identityNumber()).orElse(null),
                                    mobile(agent.mobile()),
                                    null,
                                    null);
            case LEGAL_REPRESENTATIVE -> person("legal", true);
            case APPLICANT -> person("applicant", false);
            case OLD_MOBILE, NEW_MOBILE ->
                    new Subject(null, null, mobile(number(party)), null, null);
            case ORGANISATION ->
                    new Subject(
                            null,
                            null,
                            agent == null ? null : mobile(agent.mobile()),
                            typed(FieldType.CREDIT_CODE).orElse(null),
                            typed(FieldType.ORGANISATION_NAME).orElse(null));
        };
    }

    /** The field with a number of the account that is changed. */
    private String number(Party party) {
        return business.settings(GateSettings.MobileChange.class)
                .map(change -> party == Party.OLD_MOBILE ? change.from() : change.to())
                .findFirst()
                .orElse("");
    }

    private Subject person(String prefix, boolean withOrganisation) {
        UnaryOperator<String> field = part -> prefix + part;
        return new Subject(
                answer(field.apply("Name")).orElse(null),
                answer(field.apply("IdentityNumber")).orElse(null),
                mobile(field.apply("Mobile")),
                withOrganisation ? typed(FieldType.CREDIT_CODE).orElse(null) : null,
                withOrganisation ? typed(FieldType.ORGANISATION_NAME).orElse(null) : null);
    }

    private Optional<String> typed(FieldType type) {
        return business.fields().stream()
                .filter(field -> field.type() == type)
                .map(FormField::name)
                .flatMap(name -> answer(name).stream())
                .findFirst();
    }

    private @Nullable MobileNumber mobile(String field) {
        return answer(field).flatMap(text -> MobileNumber.check(text).accepted()).orElse(null);
    }

    private Optional<String> answer(String field) {
        return Optional.ofNullable(answers.get(field)).filter(text -> !text.isBlank());
    }
}

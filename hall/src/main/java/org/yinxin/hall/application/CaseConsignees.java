package org.yinxin.hall.application;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.delivery.Consignees;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Who receives what is delivered, read from the answers each time: the organisation, its address, and the agent whom
 * the courier calls. Where a business has no agent, the people named in the form.
 */
@Component
class CaseConsignees implements Consignees {

    private static final Set<FieldType> PLACE =
            EnumSet.of(
                    FieldType.ORGANISATION_NAME,
                    FieldType.PROVINCE,
                    FieldType.CITY,
                    FieldType.DISTRICT,
                    FieldType.ADDRESS,
                    FieldType.POSTCODE);

    private static final Set<FieldType> PERSON =
            EnumSet.of(FieldType.PERSON_NAME, FieldType.MOBILE, FieldType.TELEPHONE);

    private final Applications applications;
    private final HandedIn handedIn;

    CaseConsignees(Applications applications, HandedIn handedIn) {
        this.applications = applications;
        this.handedIn = handedIn;
    }

    @Override
    public boolean awaits(CaseNumber number, GateCode gate) {
        return applications
                .lock(number)
                .filter(application -> application.business().gate(gate).isPresent())
                .filter(
                        application ->
                                application.gate(gate).settings() instanceof GateSettings.Delivery)
                .filter(application -> application.gates().workable(gate))
                .filter(application -> !application.gates().ended())
                .isPresent();
    }

    @Override
    public List<Line> address(CaseNumber number) {
        Application application = applications.find(number).orElseThrow();
        Map<String, String> answers = handedIn.of(number).values();
        return application.business().fields().stream()
                .filter(field -> concerns(application.business(), field))
                .filter(field -> !answers.getOrDefault(field.name(), "").isEmpty())
                .map(field -> new Line(field.label(), answers.getOrDefault(field.name(), "")))
                .toList();
    }

    private static boolean concerns(BusinessPlan business, FormField field) {
        AgentRule agent = business.agent();
        boolean person =
                agent == null
                        ? PERSON.contains(field.type())
                        : field.name().equals(agent.name()) || field.name().equals(agent.mobile());
        return person || PLACE.contains(field.type());
    }
}

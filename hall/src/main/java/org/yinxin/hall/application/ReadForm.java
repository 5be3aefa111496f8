package org.yinxin.hall.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.FormSection;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The form with its real answers, for its owner alone.
 *
 * <p>Refuses somebody else's application, and staff.
 */
@Component
public class ReadForm {

    private final Desk desk;
    private final HandedIn handedIn;
    private final GateKeeper gateKeeper;

    ReadForm(Desk desk, HandedIn handedIn, GateKeeper gateKeeper) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.gateKeeper = gateKeeper;
    }

    @Transactional(readOnly = true)
    public Outcome<FormView> read(Actor actor, CaseNumber number) {
        return desk.lookAtHandedIn(actor, number)
                .map(application -> form(application, desk.owns(actor, application)));
    }

    private FormView form(Application application, boolean own) {
        Contents contents = handedIn.of(application.number());
        Map<String, String> values = contents.values();
        Completeness completeness = Completeness.of(application, contents, gateKeeper.today());
        List<FormSection> sections =
                application.business().sections().stream()
                        .map(
                                section ->
                                        new FormSection(
                                                section.code(),
                                                section.title(),
                                                section.fields().stream()
                                                        .filter(
                                                                f ->
                                                                        f.obligation()
                                                                                .concerns(values))
                                                        .toList()))
                        .filter(section -> !section.fields().isEmpty())
                        .toList();
        return new FormView(
                application.number(),
                sections,
                own ? values : masked(application, values),
                Changeable.fields(application, contents),
                Fixed.of(application, contents),
                application.plan().yearsOffered(application.business(), values),
                completeness.wrongAnswers(),
                completeness.warnings());
    }

    /** What an officer has typed for a visitor is in clear while it is typed, and then on the reviewer's page alone. */
    private static Map<String, String> masked(Application application, Map<String, String> values) {
        Map<String, String> masked = new HashMap<>(values);
        application
                .business()
                .fields()
                .forEach(
                        field ->
                                masked.computeIfPresent(
                                        field.name(), (_, value) -> Masking.mask(field, value)));
        return masked;
    }
}

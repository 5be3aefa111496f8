package org.yinxin.hall.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.Contents.Answer;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Saves answers, some or all. Incomplete or wrong ones are saved too, so that nothing typed is ever lost; what is
 * wrong with them is in the view.
 *
 * <p>Refuses, and saves nothing: somebody else's application; one that has ended; answers to questions that are not
 * asked, or far too long to be an answer; a changed answer that may not be changed now.
 */
@Component
public class SaveForm {

    /** Longer than any answer; beyond it nobody is typing. */
    private static final int LONGEST = 2000;

    private final Desk desk;
    private final HandedIn handedIn;
    private final Identifiers identifiers;
    private final GateKeeper gateKeeper;
    private final Views views;
    private final AuditTrail audit;

    SaveForm(
            Desk desk,
            HandedIn handedIn,
            Identifiers identifiers,
            GateKeeper gateKeeper,
            Views views,
            AuditTrail audit) {
        this.desk = desk;
        this.handedIn = handedIn;
        this.identifiers = identifiers;
        this.gateKeeper = gateKeeper;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public Outcome<ApplicationView> save(
            Actor actor, CaseNumber number, Map<String, String> answers) {
        return desk.handIn(actor, number).flatMap(application -> save(actor, application, answers));
    }

    private Outcome<ApplicationView> save(
            Actor actor, Application application, Map<String, String> typed) {
        Map<String, FormField> fields = new HashMap<>();
        application.business().fields().forEach(field -> fields.put(field.name(), field));
        List<Violation> unreadable = unreadable(fields, typed);
        if (!unreadable.isEmpty()) {
            return Outcome.refused(new Refusal(ApplicationError.NOT_AN_ANSWER, unreadable));
        }
        Contents before = handedIn.of(application.number());
        Set<String> changeable = Changeable.fields(application, before);
        Map<String, String> read = new HashMap<>();
        List<Violation> fixed = new ArrayList<>();
        for (FormField field : application.business().fields()) {
            String text = typed.get(field.name());
            if (text == null) {
                continue;
            }
            String value = read(field, text, before);
            if (changeable.contains(field.name())) {
                read.put(field.name(), value);
            } else if (!value.equals(current(field, before))) {
                fixed.add(new Violation(field.name(), "application.field.fixed"));
            }
        }
        if (!fixed.isEmpty()) {
            return Outcome.refused(new Refusal(ApplicationError.NOT_CHANGEABLE, fixed));
        }
        Set<String> changed = write(application, fields, before, read);
        if (!changed.isEmpty()) {
            identifiers.renew(application, handedIn.of(application.number()).values());
            audit.record(
                    actor,
                    "application.form-saved",
                    application.subject(),
                    Map.of("fields", String.join(" ", new TreeSet<>(changed))));
        }
        Application weighed = gateKeeper.weigh(application, actor);
        return Outcome.done(views.of(weighed));
    }

    private static List<Violation> unreadable(
            Map<String, FormField> fields, Map<String, String> typed) {
        List<Violation> violations = new ArrayList<>();
        typed.forEach(
                (name, value) -> {
                    if (!fields.containsKey(name)) {
                        violations.add(new Violation(name, "application.field.unknown"));
                    } else if (value.length() > LONGEST) {
                        violations.add(new Violation(name, "application.field.too-long"));
                    }
                });
        return violations;
    }

    /** The answer in its one spelling; a masked answer that comes back means the one that was masked. */
    private String read(FormField field, String text, Contents before) {
        String typed = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").replace("\n", " ").strip();
        String current = current(field, before);
        if (!current.isEmpty() && typed.equals(Masking.mask(field, current))) {
            return current;
        }
        return switch (FieldChecks.check(field, typed, gateKeeper.today())) {
            case FieldChecks.Finding.Good(String value) -> value;
            case FieldChecks.Finding.Doubtful(String value, _) -> value;
            case FieldChecks.Finding.Bad _ -> typed;
        };
    }

    private static String current(FormField field, Contents before) {
        Answer answer = before.answers().get(field.name());
        return answer == null ? "" : answer.value();
    }

    private Set<String> write(
            Application application,
            Map<String, FormField> fields,
            Contents before,
            Map<String, String> read) {
        Instant now = gateKeeper.now();
        Set<String> changed = new HashSet<>();
        read.forEach(
                (name, value) -> {
                    FormField field = fields.get(name);
                    if (field == null) {
                        return;
                    }
                    if (!value.equals(current(field, before))) {
                        changed.add(name);
                    }
                    if (value.isEmpty()) {
                        handedIn.forget(application.number(), name);
                    } else {
                        handedIn.answer(
                                application.number(), name, value, field.type().personal(), now);
                    }
                });
        return changed;
    }
}

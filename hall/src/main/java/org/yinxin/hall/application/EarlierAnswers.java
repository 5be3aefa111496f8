package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;

/**
 * What was answered for the certificate that a case is about: it fills in the new form, so that only what changes is
 * typed, and stays beside it to be compared with.
 */
@Component
class EarlierAnswers {

    private final HandedIn handedIn;
    private final CaseUnits units;
    private final GateKeeper gateKeeper;

    EarlierAnswers(HandedIn handedIn, CaseUnits units, GateKeeper gateKeeper) {
        this.handedIn = handedIn;
        this.units = units;
        this.gateKeeper = gateKeeper;
    }

    /** Fills the form in, unless it was before. */
    void fillInOnce(Application application, boolean own) {
        if (handedIn.of(application.number()).earlierAnswers().isEmpty()) {
            fillIn(application, own);
        }
    }

    /**
     * Fills the form in. Where it was filled in from another certificate before, what stands in the certificate and may not
     * be changed follows the new one, and what was typed stays.
     *
     * @param own whether whoever applies has answered it; of a colleague's answers nothing personal is told
     */
    void fillIn(Application application, boolean own) {
        About about = application.about();
        if (about == null) {
            return;
        }
        // What a former agent has answered about people stays untold, as a colleague's does.
        boolean answered = own && !units.moved(about.origin());
        Instant now = gateKeeper.now();
        Contents present = handedIn.of(application.number());
        Map<String, String> earlier = handedIn.of(about.origin()).values();
        for (FormField field : application.business().fields()) {
            String value = earlier.get(field.name());
            boolean untold = !answered && field.type().personal();
            if (value == null || untold || !carries(application, field, value)) {
                continue;
            }
            boolean fixed = Fixed.byRule(application, field.name());
            handedIn.keepEarlier(application.number(), field.name(), value, fixed);
            String typed = present.values().get(field.name());
            boolean untouched = typed == null || typed.equals(present.earlier().get(field.name()));
            if (fixed || untouched) {
                handedIn.answer(
                        application.number(), field.name(), value, field.type().personal(), now);
            }
        }
    }

    /** Years are asked anew; a product or an option that is not offered any more is not carried over. */
    private boolean carries(Application application, FormField field, String value) {
        if (field.type() == FieldType.YEARS) {
            return false;
        }
        return !(FieldChecks.check(field, value, gateKeeper.today())
                        instanceof FieldChecks.Finding.Bad)
                && application.business().field(field.name()).isPresent();
    }
}

package org.yinxin.hall.application;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.reference.CaseNumber;

/** Makes cases findable that were handed in before there was an index, some at a time. */
@Component
public class IndexIdentifiers {

    private static final int AT_ONCE = 200;

    private final Identifiers identifiers;
    private final Applications applications;
    private final HandedIn handedIn;

    IndexIdentifiers(Identifiers identifiers, Applications applications, HandedIn handedIn) {
        this.identifiers = identifiers;
        this.applications = applications;
        this.handedIn = handedIn;
    }

    /** Answers whether there may be more. */
    @Transactional
    public boolean some() {
        List<CaseNumber> missing = identifiers.holdMissing(AT_ONCE);
        for (CaseNumber number : missing) {
            applications
                    .find(number)
                    .ifPresent(each -> identifiers.renew(each, handedIn.of(number).values()));
        }
        return missing.size() == AT_ONCE;
    }
}

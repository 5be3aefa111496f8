package org.yinxin.hall.token;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.reference.CaseNumber;

/** Makes the unlockings of cases somebody else's, with the cases: what was granted is taken back, codes go to the new agent. */
@Component
public class HandOverUnlockings {

    private final Unlockings unlockings;

    HandOverUnlockings(Unlockings unlockings) {
        this.unlockings = unlockings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Collection<CaseNumber> cases, AccountId to, MobileNumber mobile) {
        unlockings.handOver(cases, to, mobile.value());
    }
}

package org.yinxin.hall.application;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.application.gate.GateGraph;
import org.yinxin.hall.application.gate.Gates;
import org.yinxin.hall.catalogue.BusinessPlan;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.reference.CaseNumber;

/** Draws up applications that nobody has filed yet, each with a number that may prove to be taken. */
@Component
class NewCases {

    private final SecureRandom random;
    private final Clock clock;

    NewCases(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    Application draft(AccountId account, Plan plan, BusinessPlan business, @Nullable About about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        YearMonth month = YearMonth.from(now.atZone(GateKeeper.SHANGHAI));
        return new Application(
                CaseNumber.draw(month, random),
                account,
                plan,
                business,
                about,
                now,
                now,
                Gates.fresh(GateGraph.ofPlan(business.gates())),
                Milestones.NONE,
                1);
    }
}

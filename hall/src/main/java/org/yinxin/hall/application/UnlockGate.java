package org.yinxin.hall.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.AgentRule;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.token.OpenUnlocking;

/** Lets the medium of the case be unlocked, in the ways that the plan offers. */
@Component
class UnlockGate implements GateRoom {

    private final OpenUnlocking openUnlocking;

    private final CounterCases counterCases;

    UnlockGate(OpenUnlocking openUnlocking, CounterCases counterCases) {
        this.openUnlocking = openUnlocking;
        this.counterCases = counterCases;
    }

    @Override
    public Class<GateSettings.Unlocking> kind() {
        return GateSettings.Unlocking.class;
    }

    @Override
    public Application open(
            Application application,
            GatePlan gate,
            Contents contents,
            Actor by,
            GateKeeper gateKeeper) {
        About about = application.about();
        if (about == null) {
            throw new IllegalStateException(
                    application.number() + " unlocks a medium and is about no certificate");
        }
        var settings = (GateSettings.Unlocking) gate.settings();
        openUnlocking.open(
                by,
                application.number(),
                about.pair(),
                application.account(),
                Set.copyOf(settings.modes()),
                mobile(application, contents),
                email(application, contents),
                counterCases.officers(application.number()));
        return application;
    }

    private static @Nullable String email(Application application, Contents contents) {
        AgentRule agent = application.business().agent();
        return agent == null || agent.email() == null ? null : contents.values().get(agent.email());
    }

    private static @Nullable String mobile(Application application, Contents contents) {
        AgentRule agent = application.business().agent();
        return agent == null ? null : contents.values().get(agent.mobile());
    }
}

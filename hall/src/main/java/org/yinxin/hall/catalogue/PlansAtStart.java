package org.yinxin.hall.catalogue;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Releases the packaged plans before the first request can come. */
@Component
class PlansAtStart implements SmartInitializingSingleton {

    private final ReleasePlans plans;

    PlansAtStart(ReleasePlans plans) {
        this.plans = plans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        plans.release();
    }
}

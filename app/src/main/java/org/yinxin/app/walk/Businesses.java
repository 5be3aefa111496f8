package org.yinxin.app.walk;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the hall offers. */
final class Businesses {

    private Businesses() {}

    static JsonNode choose(JsonNode offered, @Nullable String plan, @Nullable String business) {
        for (JsonNode each : offered) {
            boolean planFits = plan == null || plan.equals(each.path("plan").asString());
            boolean businessFits =
                    business == null || business.equals(each.path("business").asString());
            if (planFits && businessFits) {
                return each;
            }
        }
        throw new StepFailed(
                "the hall does not offer the plan %s with the business %s; it offers %s"
                        .formatted(
                                plan == null ? "(any)" : plan,
                                business == null ? "(any)" : business,
                                offered));
    }
}

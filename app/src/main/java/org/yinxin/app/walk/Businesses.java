package org.yinxin.app.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the hall offers. */
final class Businesses {

    private static final String EVERY = "all";

    private Businesses() {}

    /** The business that is asked for, or the first of each plan when all plans are. */
    static List<JsonNode> choose(
            JsonNode offered, @Nullable String plan, @Nullable String business) {
        List<JsonNode> chosen = new ArrayList<>();
        Set<String> plans = new LinkedHashSet<>();
        for (JsonNode each : offered) {
            String code = each.path("plan").asString();
            boolean planFits = plan == null || plan.equals(EVERY) || plan.equals(code);
            boolean businessFits =
                    business == null || business.equals(each.path("business").asString());
            if (planFits && businessFits && plans.add(code)) {
                chosen.add(each);
                if (!EVERY.equals(plan)) {
                    return chosen;
                }
            }
        }
        if (chosen.isEmpty()) {
            throw new StepFailed(
                    "the hall does not offer the plan %s with the business %s; it offers %s"
                            .formatted(
                                    plan == null ? "(any)" : plan,
                                    business == null ? "(any)" : business,
                                    listed(offered)));
        }
        return chosen;
    }

    private static String listed(JsonNode offered) {
        List<String> listed = new ArrayList<>();
        for (JsonNode each : offered) {
            listed.add(each.path("plan").asString() + " " + each.path("business").asString());
        }
        return String.join(", ", listed);
    }
}

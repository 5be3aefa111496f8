package org.yinxin.hall.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.yinxin.hall.catalogue.PlanFiles;

/**
 * The simple plan with something more in its first business, which waits for ever but for the keys given.
 *
 * @param keys further keys of the business
 * @param gates further gates, after its own
 */
record ChangedPlan(String keys, String gates) implements PlanFiles {

    /** A way to receive things, asked for beside the address. */
    private static final String WAY =
            """
            - name: receive
              type: CHOICE
              label: {zh: 领取方式, en: How to receive it}
              required: never
              options:
                - {value: PICKUP, zh: 自行领取, en: Collected}
                - {value: COURIER_COLLECT, zh: 快递到付, en: By courier}
            """;

    @Override
    public List<PlanFile> all() {
        String plan = read();
        int business = plan.indexOf("\n  - code: ", plan.indexOf("\nbusinesses:"));
        int next = plan.indexOf("\n  - code: ", business + 1);
        String before = plan.substring(0, business);
        String own = next < 0 ? plan.substring(business) : plan.substring(business, next + 1);
        String after = next < 0 ? "" : plan.substring(next + 1);
        String changed =
                own.replaceAll("(?m)^    (draftDays|returnedDays): .*\n", "")
                        .replaceFirst("\n    opened:", "\n" + keys.indent(4) + "    opened:")
                        .replaceFirst(
                                "\n              - name: postcode\n",
                                "\n" + WAY.indent(14) + "              - name: postcode\n");
        return List.of(
                new PlanFile("plans/changed.yaml", before + changed + gates.indent(6) + after));
    }

    private static String read() {
        try (InputStream file = ChangedPlan.class.getResourceAsStream("/plans/xinghe.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

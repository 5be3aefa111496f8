package org.yinxin.authority.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.postgres.DatabaseServer;

/** A process that issues one pair and dies at a step, without a chance to clean up. */
public final class DyingIssuer {

    static final int DIED_AT_THE_STEP = 86;

    private DyingIssuer() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseServer server = new DatabaseServer(arguments[0], arguments[1], arguments[2]);
        Step last = Step.valueOf(arguments[4]);
        AuthorityBench bench = new AuthorityBench(server, Path.of(arguments[3]));
        Checkpoint death =
                step -> {
                    if (step == last) {
                        Runtime.getRuntime().halt(DIED_AT_THE_STEP);
                    }
                };
        PairOrder order =
                new PairOrder(
                        new PairOrderId(UUID.fromString(arguments[5])),
                        bench.code(),
                        AuthorityBench.subject(),
                        AuthorityBench.ORGANISATION_CODE,
                        bench.clock.instant(),
                        bench.clock.instant().plus(Duration.ofDays(30)),
                        HexFormat.of().parseHex(arguments[6]),
                        PublicKeys.decode(HexFormat.of().parseHex(arguments[7])));
        IssuanceCycle.of(bench.means(Duration.ofMinutes(1)), death).issuePair().issue(order);
        System.exit(0);
    }
}

package org.yinxin.authority.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.postgres.DatabaseServer;

/** A process that issues what one order orders and dies at a step, without a chance to clean up. */
public final class DyingIssuer {

    static final String ALONE = "alone";
    private static final int DIED_AT_THE_STEP = 86;

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
        IssuanceCycle cycle = IssuanceCycle.of(bench.means(Duration.ofMinutes(1)), death);
        UUID id = UUID.fromString(arguments[5]);
        byte[] request = HexFormat.of().parseHex(arguments[6]);
        if (arguments[7].equals(ALONE)) {
            cycle.issueCertificate().issue(bench.single(id, request));
        } else {
            PublicKey encryption = PublicKeys.decode(HexFormat.of().parseHex(arguments[7]));
            cycle.issuePair().issue(pair(bench, id, request, encryption));
        }
        System.exit(0);
    }

    private static PairOrder pair(
            AuthorityBench bench, UUID id, byte[] request, PublicKey encryption) {
        return new PairOrder(
                new PairOrderId(id),
                bench.code(),
                AuthorityBench.subject(),
                AuthorityBench.ORGANISATION_CODE,
                bench.clock.instant(),
                bench.clock.instant().plus(Duration.ofDays(30)),
                request,
                encryption);
    }

    /**
     * Starts such a process and waits for its death.
     *
     * @param encryption the encryption key of a pair in hexadecimal digits, or {@link #ALONE}
     */
    static void dieAt(
            Step last, AuthorityBench bench, OrderId order, byte[] request, String encryption)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DyingIssuer.class.getName(),
                                bench.server.jdbcUrl(),
                                bench.server.user(),
                                bench.server.password(),
                                bench.folder.toString(),
                                last.name(),
                                order.value().toString(),
                                HexFormat.of().formatHex(request),
                                encryption)
                        .redirectErrorStream(true)
                        .start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(said).isEqualTo(DIED_AT_THE_STEP);
        awaitTheEndOfItsTransaction(bench);
    }

    // The server takes a moment to see that its client is gone, and holds the locks until then.
    private static void awaitTheEndOfItsTransaction(AuthorityBench bench)
            throws InterruptedException {
        for (int look = 0; look < 600; look++) {
            if (bench.count(
                            """
                            SELECT count(*) FROM pg_stat_activity
                            WHERE datname = current_database() AND state LIKE 'idle in transaction%'
                            """)
                    == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the transaction of the dead does not end");
    }
}

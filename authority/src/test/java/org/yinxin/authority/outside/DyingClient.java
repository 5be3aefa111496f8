package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.postgres.DatabaseServer;

/** A process that asks an outside authority for one pair and dies at a step, without a chance to clean up. */
final class DyingClient {

    private static final int DIED_AT_THE_STEP = 86;

    private DyingClient() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseServer server = new DatabaseServer(arguments[0], arguments[1], arguments[2]);
        Path folder = Path.of(arguments[3]);
        Step last = Step.valueOf(arguments[4]);
        AuthorityBench bench = new AuthorityBench(server, folder.resolve("authority"));
        OutsideBench outside =
                new OutsideBench(bench, folder, arguments[5], folder.resolve("trust.pem"));
        PairOrder pattern = bench.order();
        Instant end = Instant.parse(arguments[9]);
        outside.cycle(
                        step -> {
                            if (step == last) {
                                Runtime.getRuntime().halt(DIED_AT_THE_STEP);
                            }
                        })
                .authority()
                .issuePair(
                        new PairOrder(
                                new PairOrderId(UUID.fromString(arguments[6])),
                                OutsideBench.CODE,
                                pattern.subject(),
                                pattern.organisationCode(),
                                pattern.notBefore(),
                                end,
                                HexFormat.of().parseHex(arguments[7]),
                                PublicKeys.decode(HexFormat.of().parseHex(arguments[8]))));
        System.exit(0);
    }

    /** Starts such a process and waits for its death. */
    static void dieAt(
            Step last, AuthorityBench bench, Path folder, PlayedAuthority played, PairOrder order)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DyingClient.class.getName(),
                                bench.server.jdbcUrl(),
                                bench.server.user(),
                                bench.server.password(),
                                folder.toString(),
                                last.name(),
                                played.address(),
                                order.id().toString(),
                                HexFormat.of().formatHex(order.signingRequest()),
                                HexFormat.of().formatHex(order.encryptionKey().getEncoded()),
                                order.notAfter().toString())
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

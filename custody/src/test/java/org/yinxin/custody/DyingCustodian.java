package org.yinxin.custody;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.store.postgres.DatabaseServer;

/** A process that does one deed in the custody and dies at a step, without a chance to clean up. */
public final class DyingCustodian {

    static final int DIED_AT_THE_STEP = 86;

    /** What it may be about when it dies. */
    enum Deed {
        FILL,
        MAKE,
        RELEASE,
        ASK,
        APPROVE,
        RECOVER
    }

    private DyingCustodian() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseServer server = new DatabaseServer(arguments[0], arguments[1], arguments[2]);
        CustodyBench bench = new CustodyBench(server, Path.of(arguments[3]));
        Step last = Step.valueOf(arguments[4]);
        Means means =
                bench.means(
                        step -> {
                            if (step == last) {
                                Runtime.getRuntime().halt(DIED_AT_THE_STEP);
                            }
                        });
        String id = arguments[6];
        switch (Deed.valueOf(arguments[5])) {
            case FILL -> new FillKeyPool(means, 1).fill();
            case MAKE -> new EscrowingCustody(means).makeEncryptionKey(EscrowId.of(id));
            case RELEASE ->
                    new EscrowingCustody(means)
                            .release(
                                    EscrowId.of(id),
                                    PublicKeys.decode(HexFormat.of().parseHex(arguments[7])),
                                    new ReleaseForm.Sm2Enveloped());
            case ASK ->
                    new KeyRecovery(means)
                            .ask(
                                    new Custodian("operator:1"),
                                    EscrowId.of(id),
                                    new RecoveryReason("介质损坏"),
                                    PublicKeys.decode(HexFormat.of().parseHex(arguments[7])));
            case APPROVE ->
                    new KeyRecovery(means)
                            .approve(
                                    new Custodian("operator:2"),
                                    new GuardedReleaseId(UUID.fromString(id)));
            case RECOVER ->
                    new KeyRecovery(means)
                            .give(
                                    new Custodian("operator:2"),
                                    new GuardedReleaseId(UUID.fromString(id)),
                                    new ReleaseForm.Sm2Enveloped());
        }
        System.exit(0);
    }
}

package org.yinxin.bench.issuance;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.ceremony.HierarchyDefinition;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.FillKeyPool;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.name.SubjectName;

/** Orders pairs as the hall does: a key from the custody, the pair from the authority, the key in its envelope. */
final class PairOrders implements Orders {

    static final AuthorityCode AUTHORITY = HierarchyDefinition.demonstration().issuing().code();
    private static final SubjectName SUBJECT =
            new SubjectName("CN", "示例省", "云岭市", "云岭市星河测试科技有限公司", List.of(), "云岭市星河测试科技有限公司");

    private final Authority authority;
    private final Custody custody;
    private final FillKeyPool fillKeyPool;
    private final Supplier<UUID> uuids = World.uuids();
    private final Clock clock = World.clock(0);
    private final Brought brought = new Brought(KeyAlgorithm.SM2, SUBJECT);

    PairOrders(RunningHall hall) {
        this.authority = hall.part(Authority.class);
        this.custody = hall.part(Custody.class);
        this.fillKeyPool = hall.part(FillKeyPool.class);
    }

    @Override
    public String name() {
        return "SM2 pairs: two certificates, the key of the second from the pool, in its envelope";
    }

    @Override
    public void bring(int count) {
        brought.fill(count);
        fillKeyPool.fillTo(count);
    }

    @Override
    public boolean order() {
        Brought.One next = brought.next();
        UUID id = uuids.get();
        EscrowId escrow = new EscrowId(id);
        Instant now = clock.instant();
        PublicKey encryption = custody.makeEncryptionKey(escrow);
        IssuanceOutcome outcome =
                authority.issuePair(
                        new PairOrder(
                                new PairOrderId(id),
                                AUTHORITY,
                                SUBJECT,
                                "91150100MA0T00345Y",
                                now,
                                now.plus(Duration.ofDays(365)),
                                next.request(),
                                encryption));
        return outcome instanceof IssuanceOutcome.Issued
                && custody.release(escrow, next.key(), new ReleaseForm.Sm2Enveloped())
                                .encoded()
                                .length
                        > 0;
    }
}

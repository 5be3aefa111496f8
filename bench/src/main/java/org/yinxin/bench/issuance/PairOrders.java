package org.yinxin.bench.issuance;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.Authority;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.IssuanceOutcome;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.custody.Custody;
import org.yinxin.custody.EscrowId;
import org.yinxin.custody.ReleaseForm;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** Orders pairs as the hall does: a key from the custody, the pair from the authority, the key in its envelope. */
final class PairOrders {

    private static final AuthorityCode AUTHORITY = new AuthorityCode("yinxin-demo");
    private static final SubjectName SUBJECT =
            new SubjectName("CN", "示例省", "云岭市", "云岭市星河测试科技有限公司", List.of(), "云岭市星河测试科技有限公司");

    /** What a subscriber brings; made before anything is measured. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Brought(PublicKey key, byte[] request) {}

    private final Authority authority;
    private final Custody custody;
    private final SecureRandom random = World.random();
    private final Supplier<UUID> uuids = World.uuids();
    private final Clock clock = World.clock(0);
    private final ConcurrentLinkedQueue<Brought> brought = new ConcurrentLinkedQueue<>();

    PairOrders(RunningHall hall) {
        this.authority = hall.part(Authority.class);
        this.custody = hall.part(Custody.class);
    }

    /** Makes so many keys and signing requests of subscribers. */
    void bring(int count) {
        for (int i = 0; i < count; i++) {
            KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, random);
            brought.add(
                    new Brought(
                            pair.getPublic(),
                            SigningRequests.build(new SoftwareSigningKey(pair), SUBJECT)));
        }
    }

    /** Whether a pair came of one; false as well when nobody brings any more. */
    boolean order() {
        Brought next = brought.poll();
        if (next == null) {
            return false;
        }
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

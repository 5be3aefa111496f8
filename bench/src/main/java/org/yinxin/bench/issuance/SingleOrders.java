package org.yinxin.bench.issuance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.yinxin.app.RunningHall;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.CertificateOrder;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.issuance.IssuanceCycle;
import org.yinxin.authority.issuance.IssueCertificate;
import org.yinxin.bench.site.DurableAuthority;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.KeyRequest;

/** Orders certificates of devices, as EST and CMP do. */
final class SingleOrders implements Orders {

    static final List<String> HOSTS = List.of("gate.example");
    static final SubjectName SUBJECT =
            new SubjectName("CN", null, null, "云岭市星河测试科技有限公司", List.of(), "gate.example");

    private final KeyAlgorithm algorithm;
    private final IssueCertificate issueCertificate;
    private final Supplier<UUID> uuids = World.uuids();
    private final Clock clock = World.clock(0);
    private final Brought brought;

    SingleOrders(RunningHall hall, KeyAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.issueCertificate = hall.part(IssuanceCycle.class).issueCertificate();
        // Whatever the authority signs with: keys of RSA would take an hour to make.
        this.brought = new Brought(KeyAlgorithm.P256, SUBJECT);
    }

    @Override
    public String name() {
        return "certificates of devices with keys of P256, by an authority of " + algorithm;
    }

    @Override
    public void bring(int count) {
        brought.fill(count);
    }

    @Override
    public boolean order() {
        Brought.One next = brought.next();
        Instant now = clock.instant();
        return issueCertificate.issue(
                        new CertificateOrder(
                                new CertificateOrderId(uuids.get()),
                                DurableAuthority.CODE,
                                CertificateKind.DEVICE,
                                SUBJECT,
                                null,
                                HOSTS,
                                now,
                                now.plus(Duration.ofDays(90)),
                                new KeyRequest.Pkcs10(next.request())))
                instanceof CertificateOutcome.Issued;
    }
}

package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.HttpBridge;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.cmp.CmpBench;
import org.yinxin.authority.unit.UnitBench;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/**
 * Our own CMP server as the outside authority, with SM2. It certifies machines: a signing certificate to whoever has signed with
 * its key, and no certificate on somebody else's word that he has. So the second half is refused and the first revoked.
 */
class OutsideByOurCmpTest {

    private static final SubjectName MACHINE =
            new SubjectName("CN", null, null, "Example", List.of(), OutsideBench.REFERENCE);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pbm", "pbmac1"})
    void the_first_half_comes_and_is_revoked_when_the_second_is_refused(String mac)
            throws Exception {
        try (AuthorityBench theirs = new AuthorityBench(folder.resolve("theirs"));
                AuthorityBench ours = new AuthorityBench(folder.resolve("ours"))) {
            new UnitBench(theirs).certifyUnits().certify();
            CmpBench cmp = new CmpBench(theirs);
            String secret = cmp.machines().registerPlain(OutsideBench.REFERENCE, theirs.code(), 3);
            try (HttpBridge http = new HttpBridge(cmp.http())) {
                OutsideBench outside = outside(theirs, ours, http);
                OutsideBench.ownerOnly(folder.resolve("outside/secret"), secret + "\n");
                outside.set("mac", mac);
                PairOrder order = order(ours);
                outside.assertRefused(order, IssuanceRefusal.DENIED, "badPOP");
                SerialNumber first = serial(ours);
                assertThat(theirs.statuses().find(theirs.code(), first))
                        .isInstanceOf(CertificateStatus.Good.class);
                outside.sweep();
                assertThat(theirs.statuses().find(theirs.code(), first))
                        .isInstanceOf(CertificateStatus.Revoked.class);
                assertThat(outside.authority().status(OutsideBench.CODE, first))
                        .isInstanceOf(CertificateStatus.Revoked.class);
            }
        }
    }

    @Test
    void who_is_not_known_there_gets_a_signed_no() throws Exception {
        try (AuthorityBench theirs = new AuthorityBench(folder.resolve("theirs"));
                AuthorityBench ours = new AuthorityBench(folder.resolve("ours"))) {
            new UnitBench(theirs).certifyUnits().certify();
            try (HttpBridge http = new HttpBridge(new CmpBench(theirs).http())) {
                outside(theirs, ours, http)
                        .assertRefused(order(ours), IssuanceRefusal.DENIED, "badMessageCheck");
            }
        }
    }

    private OutsideBench outside(AuthorityBench theirs, AuthorityBench ours, HttpBridge http)
            throws Exception {
        Path settings = Files.createDirectory(folder.resolve("outside"));
        Path trust = settings.resolve("trust.pem");
        Files.writeString(
                trust,
                PlayedBench.pem(
                        theirs.authorities.find(theirs.rootCode()).orElseThrow().certificate()),
                StandardCharsets.US_ASCII);
        return new OutsideBench(ours, settings, http.address() + "/cmp/" + theirs.code(), trust);
    }

    private static PairOrder order(AuthorityBench ours) {
        return new PairOrder(
                new PairOrderId(UUID.randomUUID()),
                OutsideBench.CODE,
                MACHINE,
                null,
                ours.clock.instant(),
                ours.clock.instant().plus(Duration.ofDays(90)).plus(Duration.ofHours(1)),
                SigningRequests.build(new SoftwareSigningKey(ours.sm2()), MACHINE),
                ours.sm2().getPublic());
    }

    private static SerialNumber serial(AuthorityBench ours) {
        return SerialNumber.ofOctets(
                ours.jdbc
                        .sql("SELECT serial FROM outside_certificate")
                        .query((row, _) -> row.getBytes("serial"))
                        .single());
    }
}

package org.yinxin.authority.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.ceremony.CeremonyBench;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.unit.UnitTask;

class GenerationsOfStampsTest {

    @TempDir private Path folder;

    private static BigInteger stamped(StampingBench stamping, AuthorityBench bench)
            throws Exception {
        byte[] question =
                new TimeStampRequestGenerator()
                        .generate(NISTObjectIdentifiers.id_sha256, new byte[32])
                        .getEncoded();
        return new TimeStampResponse(
                        stamping.stampTime().stamp(bench.code(), question).orElseThrow())
                .getTimeStampToken()
                .getTimeStampInfo()
                .getSerialNumber();
    }

    @Test
    void the_new_key_stamps_at_the_same_address_and_no_number_comes_twice() throws Exception {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            StampingBench stamping = new StampingBench(bench);
            stamping.certifyUnits().certify();
            assertThat(stamped(stamping, bench)).isEqualTo(BigInteger.ONE);
            assertThat(stamped(stamping, bench)).isEqualTo(BigInteger.TWO);
            CertificationAuthority next = CeremonyBench.of(bench).rolled(bench.code());
            // The older generation is followed and gets no more units itself.
            assertThat(stamping.certifyUnits().certify()).isEqualTo(UnitTask.values().length);
            assertThat(
                            stamping.units()
                                    .openUnits()
                                    .find(next, UnitTask.TIME_STAMPING)
                                    .orElseThrow()
                                    .certificate()
                                    .isSignedBy(next.verificationKey()))
                    .isTrue();
            assertThat(stamped(stamping, bench)).isEqualTo(BigInteger.valueOf(1_000_003));
            assertThat(stamped(stamping, bench)).isEqualTo(BigInteger.valueOf(1_000_004));
            assertThat(
                            bench.count(
                                    "SELECT count(*) FROM time_stamp WHERE authority = 'yinxin-demo-g2'"))
                    .isEqualTo(2);
        }
    }
}

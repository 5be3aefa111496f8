package org.yinxin.authority.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.IssuedPair;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairOrder;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.SubjectKind;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.name.SubjectName;

/** Pairs as they are found in the register of a running authority. */
class FindPairsTest {

    @TempDir private Path folder;
    private AuthorityBench bench;
    private FindPairs find;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
        find = new FindPairs(bench.jdbc, bench.authority(), bench.profiles.inForce());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private PairOrder order(KeyPair signing, SubjectName name, @Nullable String code) {
        PairOrder pattern = bench.order(signing, bench.sm2());
        return new PairOrder(
                pattern.id(),
                pattern.authority(),
                name,
                code,
                pattern.notBefore(),
                pattern.notAfter(),
                pattern.signingRequest(),
                pattern.encryptionKey());
    }

    @Test
    void finds_a_pair_by_either_serial_by_its_signing_key_and_by_its_order() {
        KeyPair signing = bench.sm2();
        PairOrder order = bench.order(signing, bench.sm2());
        IssuedPair pair = bench.issue(order);
        bench.issue(bench.order());
        CertifiedPair found = find.byOrder(order.id()).orElseThrow();
        assertThat(found.subscriber().kind()).isEqualTo(SubjectKind.ORGANISATION);
        assertThat(found.signing().certificate().encoded()).isEqualTo(pair.signCertificate());
        assertThat(found.encryption().certificate().encoded())
                .isEqualTo(pair.encryptionCertificate());
        assertThat(find.bySerial(pair.signSerial()))
                .extracting(CertifiedPair::order)
                .containsExactly(order.id());
        assertThat(find.bySerial(pair.encryptionSerial()))
                .extracting(CertifiedPair::order)
                .containsExactly(order.id());
        assertThat(find.bySigningKey(signing.getPublic()).map(CertifiedPair::order))
                .contains(order.id());
    }

    @Test
    void finds_nothing_by_what_is_not_a_pairs() {
        IssuedPair pair = bench.issue(bench.order());
        assertThat(find.byOrder(new PairOrderId(UUID.randomUUID()))).isEmpty();
        assertThat(find.bySerial(SerialNumber.random(bench.random))).isEmpty();
        assertThat(find.bySigningKey(bench.sm2().getPublic())).isEmpty();
        CertifiedPair found = find.byOrder(pair.id()).orElseThrow();
        assertThat(find.bySigningKey(bench.order(bench.sm2(), bench.sm2()).encryptionKey()))
                .isEmpty();
        assertThat(found.encryption().status()).isEqualTo(new CertificateStatus.Good());
        assertThat(find.bySerial(bench.issuing().certificate().tbs().serial())).isEmpty();
    }

    @Test
    void tells_the_status_of_now() {
        IssuedPair pair = bench.issue(bench.order());
        bench.change(pair.id(), new PairDeed.Hold());
        CertifiedPair found = find.byOrder(pair.id()).orElseThrow();
        assertThat(found.signing().status()).isInstanceOf(CertificateStatus.Held.class);
        assertThat(found.encryption().status()).isInstanceOf(CertificateStatus.Held.class);
    }

    @Test
    void finds_all_pairs_of_a_code_and_none_where_the_code_stands_elsewhere() {
        IssuedPair first = bench.issue(bench.order());
        IssuedPair second = bench.issue(bench.order());
        SubjectName boaster =
                new SubjectName(
                        "CN",
                        null,
                        null,
                        "上级 " + AuthorityBench.ORGANISATION_CODE,
                        List.of(),
                        "分公司");
        bench.issue(order(bench.sm2(), boaster, "91440300MA5EXAMP0L"));
        assertThat(find.byCode(AuthorityBench.ORGANISATION_CODE))
                .extracting(CertifiedPair::order)
                .containsExactly(first.id(), second.id());
        assertThat(find.byCode(AuthorityBench.ORGANISATION_CODE.substring(1))).isEmpty();
    }

    @Test
    void an_organisation_stays_the_same_under_another_name() {
        IssuedPair before = bench.issue(bench.order());
        SubjectName renamed = new SubjectName("CN", null, null, "云岭市新名科技有限公司", List.of(), "新名");
        IssuedPair after =
                bench.issue(order(bench.sm2(), renamed, AuthorityBench.ORGANISATION_CODE));
        IssuedPair nameless = bench.issue(order(bench.sm2(), renamed, null));
        IssuedPair other =
                bench.issue(order(bench.sm2(), AuthorityBench.subject(), "91440300MA5EXAMP0L"));
        CertifiedSubscriber subscriber = subscriber(before);
        assertThat(subscriber.isSameAs(subscriber(after))).isTrue();
        assertThat(subscriber.isSameAs(subscriber(other))).isFalse();
        assertThat(subscriber(after).isSameAs(subscriber(nameless))).isFalse();
        assertThat(subscriber(nameless).isSameAs(subscriber(nameless))).isTrue();
        assertThat(subscriber.name()).isNotEqualTo(new X500Name("CN=x"));
    }

    private CertifiedSubscriber subscriber(IssuedPair pair) {
        return find.byOrder(pair.id()).orElseThrow().subscriber();
    }
}

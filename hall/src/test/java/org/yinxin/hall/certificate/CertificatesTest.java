package org.yinxin.hall.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.issuance.IssuanceRoom;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;
import org.yinxin.pki.certificate.SerialNumber;

class CertificatesTest {

    private static final Actor.Subscriber STRANGER =
            new Actor.Subscriber(new AccountId(new UUID(9, 9)), "199****0009");

    private final IssuanceRoom room = new IssuanceRoom();
    private final ReadCertificate read = room.hall().get(ReadCertificate.class);
    private final ListCertificates list = room.hall().get(ListCertificates.class);
    private final ProducedPair pair =
            room.issueFor("2611-7K4M-9QTX", People.SUBSCRIBER.account(), "云岭市星河测试科技有限公司");

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void shows_the_holder_what_the_certificate_itself_says() {
        CertificateView sign = done(read.read(People.SUBSCRIBER, pair.signSerial().hex()));
        assertThat(sign.keyUsages()).containsExactly("digitalSignature", "nonRepudiation");
        assertThat(sign.twin()).isEqualTo(pair.encryptionSerial());
        assertThat(sign.keyAlgorithm()).isEqualTo("SM2");
        assertThat(sign.subject()).contains(new CertificateView.NamePart("O", "云岭市星河测试科技有限公司"));
        assertThat(sign.installedAt()).isNull();
        CertificateView encrypt = done(read.read(People.SUBSCRIBER, pair.encryptionSerial().hex()));
        assertThat(encrypt.keyUsages())
                .containsExactly("keyEncipherment", "dataEncipherment", "keyAgreement");
        assertThat(encrypt.notAfter()).isEqualTo(sign.notAfter());
        assertThat(done(read.der(People.SUBSCRIBER, pair.signSerial().hex())))
                .isEqualTo(pair.signCertificate());
    }

    @Test
    void somebody_elses_certificate_is_not_found_just_like_one_that_is_not_there() {
        String serial = pair.signSerial().hex();
        assertThat(refused(read.read(STRANGER, serial)))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        assertThat(refused(read.der(STRANGER, serial)))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        assertThat(refused(read.read(People.SUBSCRIBER, "00ff")))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        assertThat(refused(read.read(People.ADMINISTRATOR, serial)))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        done(read.read(People.AUDITOR, serial));
        assertThat(list.own(STRANGER)).isEmpty();
        assertThat(list.own(People.SUBSCRIBER)).hasSize(2);
    }

    @Test
    void a_holders_own_come_page_by_page_in_whole_pairs() {
        // Five of each moment, where only the pair tells what comes first.
        room.hall()
                .jdbc()
                .sql(
                        """
                        INSERT INTO certificate SELECT (jsonb_populate_record(c, jsonb_build_object(
                            'serial', (CASE use WHEN 'SIGN' THEN 'a' ELSE 'b' END) || lpad(i::text, 7, '0'),
                            'pair', md5(i::text)::uuid,
                            'issued_at', issued_at - make_interval(days => i / 5)))).*
                          FROM certificate c, generate_series(1, 44) i
                        """)
                .update();
        var seen = new ArrayList<SerialNumber>();
        var sizes = new ArrayList<Integer>();
        String after = null;
        do {
            ListCertificates.OwnPage page = list.own(People.SUBSCRIBER, null, after);
            List<CertificateSummary> shown = page.certificates();
            assertThat(shown.getFirst().use()).isEqualTo(CertificateUse.SIGN);
            assertThat(shown.getLast().use()).isEqualTo(CertificateUse.ENCRYPT);
            shown.forEach(one -> seen.add(one.serial()));
            sizes.add(shown.size());
            after = page.next() == null ? null : page.next().hex();
        } while (after != null);
        assertThat(sizes).containsExactly(40, 40, 10);
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        list.own(People.SUBSCRIBER).stream()
                                .map(CertificateSummary::serial)
                                .toList());
        assertThat(list.own(People.SUBSCRIBER, null, "00").certificates()).isEmpty();
    }

    @Test
    void the_status_is_the_authoritys_at_this_moment() {
        String serial = pair.signSerial().hex();
        assertThat(standing(serial)).isEqualTo(CertificateStanding.VALID);
        Instant at = Instant.parse("2026-12-01T00:00:00Z");
        room.authority.setStatus(
                pair.signSerial(),
                new CertificateStatus.Revoked(at, RevocationReason.KEY_COMPROMISE));
        CertificateView revoked = done(read.read(People.SUBSCRIBER, serial));
        assertThat(revoked.standing()).isEqualTo(CertificateStanding.REVOKED);
        assertThat(revoked.revokedAt()).isEqualTo(at);
        room.authority.setStatus(pair.signSerial(), new CertificateStatus.Unknown());
        assertThat(standing(serial)).isEqualTo(CertificateStanding.UNKNOWN);
    }

    @Test
    void validity_is_told_as_people_say_it() {
        String serial = pair.signSerial().hex();
        room.hall().clock().advance(Duration.ofDays(365 - 30));
        assertThat(standing(serial)).isEqualTo(CertificateStanding.EXPIRING);
        room.hall().clock().advance(Duration.ofDays(60));
        assertThat(standing(serial)).isEqualTo(CertificateStanding.EXPIRED);
    }

    @Test
    void staff_finds_by_serial_name_code_or_case_and_others_may_not_search() {
        room.issueFor("2611-0000-0002", STRANGER.account(), "100%_别家");
        assertThat(found("")).isEqualTo(4);
        assertThat(found(pair.signSerial().hex().substring(0, 12))).isEqualTo(1);
        assertThat(found("星河")).isEqualTo(2);
        assertThat(found("2611-7k4m-9qtx")).isEqualTo(2);
        assertThat(found("%")).isEqualTo(2);
        assertThat(found("_别")).isEqualTo(2);
        assertThat(found("' OR 1=1 --")).isZero();
        assertThat(found("\\")).isZero();
        assertThat(found("x".repeat(5000))).isZero();
        for (Actor actor : List.of(People.SUBSCRIBER, People.ADMINISTRATOR)) {
            assertThat(refused(list.search(actor, "", null, null)))
                    .isEqualTo(CertificateError.LEDGER_IS_FOR_STAFF);
        }
    }

    @Test
    void turns_the_pages_of_the_ledger_from_place_to_place_and_shows_each_certificate_once() {
        for (int i = 0; i < 20; i++) {
            room.issueFor("2611-0000-00%02d".formatted(10 + i), STRANGER.account(), "别家");
        }
        for (String query : List.of("", "别家", "家", "2611-0000-0010")) {
            List<String> seen = new ArrayList<>();
            String after = null;
            CertificatePage page;
            do {
                page = done(list.search(People.AUDITOR, query, null, after));
                assertThat(page.certificates()).hasSizeLessThanOrEqualTo(20);
                page.certificates().forEach(each -> seen.add(each.serial().hex()));
                after = page.next() == null ? null : page.next().hex();
            } while (after != null);
            assertThat(seen).doesNotHaveDuplicates().hasSize((int) found(query));
        }
        assertThat(found("")).isEqualTo(42);
        assertThat(found("别家")).isEqualTo(40);
        assertThat(found("家")).isEqualTo(40);
        assertThat(found("2611-0000-0010")).isEqualTo(2);
        assertThat(found("们")).isZero();
    }

    /** All its parts are in very many certificates, and it is in the two that are older than all those. */
    @Test
    void a_text_of_frequent_parts_is_found_wherever_it_is_and_a_whole_code_at_once() {
        room.hall()
                .jdbc()
                .sql(
                        """
                        INSERT INTO certificate (serial, authority, use, pair, case_number, holder, organisation,
                               common_name, organisation_code, not_before, not_after, der, issued_at)
                        SELECT md5(serial || at), authority, use, gen_random_uuid(), case_number, holder,
                               CASE WHEN at % 2 = 0 THEN '临江望' ELSE '江望湖' END, '甲', '91150100MA0T0045X0', not_before,
                               not_after, der, issued_at + make_interval(secs => at)
                          FROM certificate, generate_series(1, 2000) AS at
                        """)
                .update();
        room.hall()
                .jdbc()
                .sql(
                        "UPDATE certificate SET organisation = '临江望湖', organisation_code = '91150100MA0T0046X1' WHERE pair = :pair")
                .param("pair", pair.id())
                .update();
        room.hall().jdbc().sql("ANALYZE certificate").update();
        assertThat(found("临江望湖")).isEqualTo(2);
        assertThat(found("江望")).isEqualTo(ListCertificates.MOST_COUNTED);
        assertThat(found("91150100ma0t0046x1")).isEqualTo(2);
        assertThat(found("91150100 MA0T0046X1")).isEqualTo(2);
        assertThat(found("91150100MA0T0046X2")).isZero();
    }

    @Test
    void the_ledger_is_written_only_in_a_transaction_of_its_callers() {
        CertificateLedger ledger = room.hall().get(CertificateLedger.class);
        assertThatThrownBy(() -> ledger.markInstalled(pair.id(), Instant.EPOCH))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void knows_what_took_the_place_of_what() {
        ProducedPair next =
                room.issueFor("2611-0000-0003", People.SUBSCRIBER.account(), "云岭市星河测试科技有限公司");
        CertificateLedger ledger = room.hall().get(CertificateLedger.class);
        var transaction =
                new TransactionTemplate(room.hall().get(PlatformTransactionManager.class));
        for (int twice = 0; twice < 2; twice++) {
            transaction.executeWithoutResult(
                    _ -> ledger.succeed(next.id(), pair.id(), Instant.EPOCH));
        }
        CertificateView before = done(read.read(People.SUBSCRIBER, pair.encryptionSerial().hex()));
        assertThat(before.predecessor()).isNull();
        assertThat(before.successor()).isEqualTo(next.signSerial());
        CertificateView after = done(read.read(People.SUBSCRIBER, next.signSerial().hex()));
        assertThat(after.predecessor()).isEqualTo(pair.signSerial());
        assertThat(after.successor()).isNull();
    }

    private long found(String query) {
        return done(list.search(People.AUDITOR, query, null, null)).found();
    }

    private CertificateStanding standing(String serial) {
        return done(read.read(People.SUBSCRIBER, serial)).standing();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static ErrorCode refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> throw new AssertionError("done");
            case Outcome.Refused<?>(var refusal) -> refusal.code();
        };
    }
}

package org.yinxin.hall.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateStanding;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.issuance.ProducedPair;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.testing.People;

class ReportLossTest {

    private static final Actor HALL = new Actor.Hall("test");
    private static final Actor.Subscriber STRANGER =
            new Actor.Subscriber(new AccountId(new UUID(9, 9)), "199****0009");

    private final EndingRoom room = new EndingRoom();
    private final SendLossCode send = room.use(SendLossCode.class);
    private final ReportLoss report = room.use(ReportLoss.class);
    private final ProducedPair pair = room.pair();
    private final String serial = pair.encryptionSerial().hex();

    @AfterEach
    void close() {
        room.close();
    }

    private Outcome<?> send() {
        return send.send(People.SUBSCRIBER, serial, Locale.SIMPLIFIED_CHINESE);
    }

    private String sent() {
        return room.told.messages.getLast().arguments().getFirst();
    }

    private Outcome<Ending> report(String code) {
        return report.report(People.SUBSCRIBER, serial, code);
    }

    private CertificateStanding standing() {
        return done(room.use(ReadCertificate.class)
                        .read(People.SUBSCRIBER, pair.signSerial().hex()))
                .standing();
    }

    @Test
    void holds_both_halves_without_anybody_reviewing_it() {
        done(send());
        assertThat(room.told.all).containsExactly("19900000001 revocation.sms.code");
        done(report(sent()));
        room.job();
        assertThat(standing()).isEqualTo(CertificateStanding.HELD);
        assertThat(room.issuance.hall().journal()).contains("certificate.loss-reported");
        assertThat(done(room.use(ReadEndings.class).of(People.AUDITOR, serial)))
                .singleElement()
                .satisfies(ending -> assertThat(ending.askedBy()).startsWith("account:"));
    }

    @Test
    void reported_again_it_is_as_reported_once() {
        done(send());
        Ending first = done(report(sent()));
        room.job();
        room.issuance.hall().clock().advance(Duration.ofMinutes(2));
        done(send());
        assertThat(done(report(sent())).id()).isEqualTo(first.id());
    }

    @Test
    void refuses_a_wrong_code_and_counts_it_until_the_code_is_dead() {
        assertThat(code(report("000000"))).isEqualTo(AccountError.CODE_NOT_REQUESTED);
        done(send());
        String wrong = sent().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(code(report(wrong))).isEqualTo(AccountError.CODE_WRONG);
        }
        assertThat(code(report(sent()))).isEqualTo(AccountError.CODE_DEAD);
        assertThat(standing()).isEqualTo(CertificateStanding.VALID);
    }

    @Test
    void a_code_is_good_once_and_for_a_few_minutes_and_for_this_certificate() {
        done(send());
        assertThat(code(send())).isEqualTo(AccountError.CODE_JUST_SENT);
        ProducedPair other =
                room.issuance.issueFor(
                        "2611-0000-0003", People.SUBSCRIBER.account(), "云岭市星河测试科技有限公司");
        assertThat(code(report.report(People.SUBSCRIBER, other.signSerial().hex(), sent())))
                .isEqualTo(AccountError.CODE_NOT_REQUESTED);
        done(report(sent()));
        assertThat(code(report(sent()))).isEqualTo(AccountError.CODE_USED);
        room.issuance.hall().clock().advance(Duration.ofMinutes(2));
        done(send());
        room.issuance.hall().clock().advance(Duration.ofMinutes(6));
        assertThat(code(report(sent()))).isEqualTo(AccountError.CODE_EXPIRED);
    }

    @Test
    void refuses_strangers_and_what_is_revoked_already() {
        assertThat(code(send.send(STRANGER, serial, Locale.ENGLISH)))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        assertThat(code(report.report(STRANGER, serial, "123456")))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        assertThat(code(room.use(ReadEndings.class).of(STRANGER, serial)))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
        done(
                room.use(EndCertificate.class)
                        .end(HALL, pair.id(), Deed.REVOKE, RevocationReason.UNSPECIFIED, null));
        assertThat(code(send())).isEqualTo(RevocationError.ENDED_ALREADY);
    }

    @Test
    void the_holder_cannot_take_it_back_by_himself() {
        done(send());
        done(report(sent()));
        assertThat(
                        code(
                                room.use(EndCertificate.class)
                                        .end(
                                                People.SUBSCRIBER,
                                                pair.id(),
                                                Deed.RESUME,
                                                RevocationReason.UNSPECIFIED,
                                                null)))
                .isEqualTo(RevocationError.NO_SUCH_CERTIFICATE);
    }
}

package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;
import static org.yinxin.hall.application.RenewingRoom.eventually;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.PairDeed;
import org.yinxin.authority.PairStatusChange;
import org.yinxin.authority.RevocationReason;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.Deed;
import org.yinxin.hall.certificate.CertificateView;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.review.Decision;
import org.yinxin.hall.revocation.EndCertificate;

/** What comes of each business that makes a new pair: its end, its subject, and what becomes of the old one. */
class SuccessionTest {

    private final RenewingRoom hall = new RenewingRoom();
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final Held old = hall.issued(who);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void a_renewal_ends_a_year_after_the_old_end_and_supersedes_it_when_installed()
            throws Exception {
        hall.goTo(old.lastDay().minusDays(30));
        CaseNumber number = hall.open(who, "RENEW", old);
        hall.submit(who, number);
        hall.room.settle(who, number);
        assertThat(endings()).isEmpty();
        Held renewed = hall.install(who, number);

        assertThat(renewed.sign().notAfter()).isEqualTo(plusYear(old.sign().notAfter()));
        assertThat(renewed.sign().notBefore()).isEqualTo(hall.room.hall.clock().instant());
        eventually(() -> !endings().isEmpty());
        assertThat(endings()).containsExactly(new PairDeed.Revoke(RevocationReason.SUPERSEDED));
        assertThat(hall.room.notify.told).contains("application.inbox.old.supersede");
        CertificateView before = read(old);
        assertThat(before.successor()).isEqualTo(renewed.sign().serial());
        assertThat(read(renewed).predecessor()).isEqualTo(old.sign().serial());
    }

    @Test
    void a_late_renewal_ends_a_year_after_its_issue() {
        hall.goTo(old.lastDay().plusDays(20));
        CaseNumber number = hall.open(who, "RENEW", old);
        hall.submit(who, number);
        hall.room.settle(who, number);
        Held renewed = hall.install(who, number);
        assertThat(renewed.sign().notAfter()).isEqualTo(plusYear(renewed.sign().notBefore()));
    }

    @Test
    void a_renewal_takes_over_the_place_of_its_predecessor() {
        hall.goTo(old.lastDay().minusDays(30));
        CaseNumber number = hall.open(who, "RENEW", old);
        hall.submit(who, number);
        hall.room.settle(who, number);
        Held renewed = hall.install(who, number);

        CaseNumber another = another();
        hall.goTo(old.lastDay().plusDays(10));
        assertThat(refusal(hall.room.use(SubmitApplication.class).submit(who, another)).code())
                .isEqualTo(ApplicationError.HOLDER_HAS_ONE);
        hall.goTo(renewed.lastDay().plusDays(1));
        done(hall.room.use(SubmitApplication.class).submit(who, another));
    }

    @Test
    void a_change_keeps_the_end_and_certifies_what_was_changed() throws Exception {
        CaseNumber number = hall.open(who, "CHANGE", old);
        hall.room.save(who, number, Map.of("organisationName", "云岭市星河新测试有限公司"));
        hall.submit(who, number);
        Held changed = hall.install(who, number);
        assertThat(changed.sign().notAfter()).isEqualTo(old.sign().notAfter());
        assertThat(changed.sign().organisation()).isEqualTo("云岭市星河新测试有限公司");
        eventually(() -> !endings().isEmpty());
    }

    @Test
    void a_lost_key_is_revoked_when_the_review_has_passed_and_replaced_until_the_same_day()
            throws Exception {
        CaseNumber number = hall.open(who, "REISSUE_LOST", old);
        hall.submit(who, number);
        assertThat(endings()).isEmpty();
        hall.room.decide(number, new Decision.Approve());
        eventually(() -> !endings().isEmpty());
        assertThat(endings()).containsExactly(new PairDeed.Revoke(RevocationReason.KEY_COMPROMISE));
        Held replaced = hall.install(who, number);
        assertThat(replaced.sign().notAfter()).isEqualTo(old.sign().notAfter());
        assertThat(endings()).hasSize(1);
    }

    @Test
    void a_damaged_key_is_ended_as_soon_as_the_case_is_opened() throws Exception {
        CaseNumber number = hall.open(who, "REISSUE_DAMAGED", old);
        eventually(() -> !endings().isEmpty());
        hall.submit(who, number);
        assertThat(hall.install(who, number).sign().notAfter()).isEqualTo(old.sign().notAfter());
    }

    @Test
    void a_further_key_stands_beside_the_first() {
        CaseNumber number = hall.open(who, "ADD_KEY", old);
        hall.submit(who, number);
        Held further = hall.install(who, number);
        assertThat(further.sign().notAfter()).isEqualTo(old.sign().notAfter());
        assertThat(read(old).successor()).isNull();
        assertThat(endings()).isEmpty();
    }

    @Test
    void a_revocation_frees_the_place() throws Exception {
        CaseNumber another = another();
        assertThat(refusal(hall.room.use(SubmitApplication.class).submit(who, another)).code())
                .isEqualTo(ApplicationError.HOLDER_HAS_ONE);
        done(
                hall.room
                        .use(EndCertificate.class)
                        .end(
                                new Actor.Hall("test"),
                                old.sign().pair(),
                                Deed.REVOKE,
                                RevocationReason.CESSATION_OF_OPERATION,
                                null));
        eventually(() -> "false".equals(hall.column(old.number(), "holder_claimed")));
        done(hall.room.use(SubmitApplication.class).submit(who, another));
    }

    private CaseNumber another() {
        CaseNumber number =
                done(
                        hall.room
                                .use(OpenApplication.class)
                                .open(who, RenewingRoom.PLAN, new BusinessCode("NEW")));
        hall.room.save(who, number, RenewingRoom.answers());
        hall.room.accept(who, number);
        return number;
    }

    private List<PairDeed> endings() {
        return hall.room.certificates.changes.stream().map(PairStatusChange::deed).toList();
    }

    private CertificateView read(Held one) {
        return done(hall.room.use(ReadCertificate.class).read(who, one.serial()));
    }

    private static Instant plusYear(Instant from) {
        return ZonedDateTime.ofInstant(from, GateKeeper.SHANGHAI).plusYears(1).toInstant();
    }
}

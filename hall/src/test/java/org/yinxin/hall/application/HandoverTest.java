package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.account.AccountRoom;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.archive.Pictures;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.certificate.CertificateError;
import org.yinxin.hall.certificate.ListCertificates;
import org.yinxin.hall.certificate.ReadCertificate;
import org.yinxin.hall.delegation.AskLegalRepresentative;
import org.yinxin.hall.delegation.DecideLetter;
import org.yinxin.hall.delegation.DelegationError;
import org.yinxin.hall.delegation.EndDelegation;
import org.yinxin.hall.delegation.HandInLetter;
import org.yinxin.hall.delegation.ReadHandovers;
import org.yinxin.hall.delegation.ReadUnits;
import org.yinxin.hall.delegation.StartHandover;
import org.yinxin.hall.delegation.UnitOfAgent;
import org.yinxin.hall.outcome.ErrorCode;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.revocation.ReadEndings;
import org.yinxin.hall.revocation.ReportLoss;
import org.yinxin.hall.revocation.RevocationError;
import org.yinxin.hall.revocation.SendLossCode;
import org.yinxin.hall.testing.People;

/** Who may see and do what for an organisation before and after its agent has changed. */
class HandoverTest {

    private static final String UNIT = RenewingRoom.CREDIT_CODE;
    private static final String OTHER_UNIT = "91150100MA0T00345Y";
    private static final AccountId NEXT = new AccountId(new UUID(7, 2));

    private final RenewingRoom hall = new RenewingRoom();
    private final ApplicationRoom room = hall.room;
    private final Actor.Subscriber former =
            new Actor.Subscriber(new AccountId(new UUID(7, 1)), "199****0001");
    private final Actor.Subscriber next = new Actor.Subscriber(NEXT, "199****0002");
    private Held old;
    private CaseNumber draft;

    @BeforeEach
    void aCertificateAndAnOpenRenewal() {
        AccountRoom.open(room.hall, former.account(), "19900000001");
        AccountRoom.open(room.hall, NEXT, "19900000002");
        old = hall.issued(former);
        hall.goTo(old.lastDay().minusDays(30));
        draft = hall.open(former, "RENEW", old);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void the_new_agent_gets_all_and_the_former_one_can_do_nothing_any_more() {
        room.save(former, draft, Map.of("address", "云岭市测试路1号"));
        CaseNumber number = handIn(next);
        seesAll(former);
        done(decide(number, true, ""));

        losesAll(former);
        seesAll(next);
        assertThat(units(former)).extracting(UnitOfAgent::current).containsExactly(false);
        assertThat(units(next)).extracting(UnitOfAgent::current).containsExactly(true);
        FormView form = done(room.use(ReadForm.class).read(next, draft));
        assertThat(form.toString()).doesNotContain("150102199001010019");
        assertThat(answer("address")).isEqualTo("云岭市测试路1号");
        assertThat(answer("agentName")).isEqualTo("测试丙");
        assertThat(answer("agentMobile")).isEqualTo("19900000002");
        assertThat(room.notify.told)
                .contains(
                        "delegation.inbox.asked",
                        "19900000001 delegation.sms.replaced",
                        "delegation.inbox.replaced",
                        "19900000002 delegation.sms.now",
                        "delegation.inbox.now");
        assertThat(room.hall.journal())
                .contains("delegation.handed-over", "application.handed-over");
        assertThat(history(draft)).contains(former.reference());
    }

    @Test
    void the_new_agent_goes_on_where_the_former_one_was() {
        done(decide(handIn(next), true, ""));
        room.notify.told.clear();
        hall.submit(next, draft);
        room.settle(next, draft);
        Held renewed = hall.install(next, draft);
        assertThat(renewed.sign().holder()).isEqualTo(NEXT);
        assertThat(room.notify.told).noneMatch(told -> told.startsWith("19900000001 "));
        assertThat(history(draft)).contains(next.reference());
    }

    @Test
    void an_authorisation_is_good_on_its_last_day_and_not_on_the_next() {
        LocalDate until = units(former).getFirst().until();
        hall.goTo(until);
        seesAll(former);
        hall.goTo(until.plusDays(1));
        losesAll(former);
        assertThat(units(former)).extracting(UnitOfAgent::current).containsExactly(false);

        done(decide(handIn(former), true, ""));
        seesAll(former);
    }

    @Test
    void what_is_withdrawn_waits_for_the_next_agent() {
        assertThat(code(withdraw(People.ENTRY_OFFICER, "来函")))
                .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
        assertThat(code(withdraw(former, "来函")))
                .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
        assertThat(code(withdraw(People.APPROVING_OFFICER, " ")))
                .isEqualTo(DelegationError.WORDS_WANTED);
        assertThat(
                        code(
                                room.use(EndDelegation.class)
                                        .withdraw(People.APPROVING_OFFICER, OTHER_UNIT, "来函")))
                .isEqualTo(DelegationError.NO_SUCH_UNIT);
        done(withdraw(People.APPROVING_OFFICER, "来函"));
        losesAll(former);
        assertThat(room.notify.told).contains("19900000001 delegation.sms.withdrawn");
        assertThat(code(withdraw(People.APPROVING_OFFICER, "来函")))
                .isEqualTo(DelegationError.NOBODY_ACTS);

        room.hall.clock().advance(Duration.ofDays(1));
        done(decide(handIn(next), true, ""));
        seesAll(next);
        losesAll(former);
    }

    @Test
    void whoever_resigns_has_nothing_of_the_unit_and_begins_anew_like_anybody() {
        assertThat(code(room.use(EndDelegation.class).resign(next, UNIT)))
                .isEqualTo(DelegationError.NO_SUCH_UNIT);
        done(room.use(EndDelegation.class).resign(former, UNIT));
        losesAll(former);
        assertThat(code(room.use(EndDelegation.class).resign(former, UNIT)))
                .isEqualTo(DelegationError.NO_SUCH_UNIT);
        room.hall.clock().advance(Duration.ofMinutes(1));
        CaseNumber fresh =
                done(
                        room.use(OpenApplication.class)
                                .open(former, RenewingRoom.PLAN, new BusinessCode("NEW")));
        room.save(former, fresh, RenewingRoom.answers());
        assertThat(room.view(former, fresh).number()).isEqualTo(fresh);
        assertThat(room.use(ListApplications.class).own(former))
                .extracting(ApplicationSummary::number)
                .containsExactly(fresh);

        done(decide(handIn(next), true, ""));
        assertThat(room.view(former, fresh).number()).isEqualTo(fresh);
        assertThat(code(room.use(ViewApplication.class).view(next, fresh)))
                .isEqualTo(ApplicationError.NO_SUCH_APPLICATION);
    }

    @Test
    void a_draft_that_was_lost_keeps_nobody_from_beginning_another_one() {
        CaseNumber first =
                done(
                        room.use(OpenApplication.class)
                                .open(former, RenewingRoom.PLAN, new BusinessCode("NEW")));
        room.save(former, first, RenewingRoom.answers());
        done(withdraw(People.APPROVING_OFFICER, "来函"));
        CaseNumber second =
                done(
                        room.use(OpenApplication.class)
                                .open(former, RenewingRoom.PLAN, new BusinessCode("NEW")));
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void an_agent_of_several_units_sees_each_apart() {
        hall.goTo(
                LocalDate.ofInstant(room.hall.clock().instant(), GateKeeper.SHANGHAI).plusDays(1));
        Map<String, String> answers = RenewingRoom.answers();
        answers.put("creditCode", OTHER_UNIT);
        answers.put("organisationName", "云岭市银河测试科技有限公司");
        CaseNumber second =
                done(
                        room.use(OpenApplication.class)
                                .open(former, RenewingRoom.PLAN, new BusinessCode("NEW")));
        room.save(former, second, answers);
        hall.submit(former, second);
        Held other = hall.install(former, second);

        assertThat(units(former)).hasSize(2).allMatch(UnitOfAgent::current);
        ListApplications cases = room.use(ListApplications.class);
        assertThat(cases.own(former, OTHER_UNIT))
                .extracting(ApplicationSummary::number)
                .containsExactly(second);
        assertThat(cases.own(former, UNIT))
                .extracting(ApplicationSummary::number)
                .containsExactly(draft, old.number());
        assertThat(cases.own(former)).hasSize(3);
        ListCertificates certificates = room.use(ListCertificates.class);
        assertThat(certificates.own(former, UNIT)).hasSize(2);
        assertThat(certificates.own(former, OTHER_UNIT))
                .allMatch(one -> one.caseNumber().equals(second))
                .hasSize(2);

        done(decide(handIn(next), true, ""));
        assertThat(cases.own(former))
                .extracting(ApplicationSummary::number)
                .containsExactly(second);
        assertThat(certificates.own(former)).hasSize(2);
        assertThat(done(room.use(ReadCertificate.class).read(former, other.serial())).serial())
                .isEqualTo(other.sign().serial());
    }

    @Test
    void refuses_a_wish_that_is_wrong_or_about_nobody() {
        assertThat(
                        refusal(start(next, new StartHandover.Wish("1", " ", "1", "gestern")))
                                .violations())
                .extracting(one -> one.field())
                .containsExactly("unit", "name", "identityNumber", "until");
        String yesterday = today().minusDays(1).toString();
        assertThat(code(start(next, wish(UNIT, yesterday)))).isEqualTo(DelegationError.WISH_WRONG);
        assertThat(code(start(next, wish(UNIT, today().plusYears(6).toString()))))
                .isEqualTo(DelegationError.WISH_WRONG);
        assertThat(code(start(next, wish(OTHER_UNIT, today().toString()))))
                .isEqualTo(DelegationError.UNIT_NOT_RECORDED);
    }

    @Test
    void refuses_everybody_whose_hand_over_it_is_not() {
        CaseNumber number = done(start(next, wish(UNIT, today().plusYears(1).toString())));
        byte[] letter = Pictures.png(40, 30);
        assertThat(code(room.use(HandInLetter.class).handIn(former, number, letter)))
                .isEqualTo(DelegationError.NO_SUCH_HANDOVER);
        assertThat(code(room.use(ReadHandovers.class).own(former, number)))
                .isEqualTo(DelegationError.NO_SUCH_HANDOVER);
        assertThat(code(room.use(AskLegalRepresentative.class).ask(former, number)))
                .isEqualTo(DelegationError.NO_SUCH_HANDOVER);
        assertThat(code(room.use(AskLegalRepresentative.class).ask(next, number)))
                .isEqualTo(DelegationError.WAY_NOT_OFFERED);
        assertThat(code(decide(number, true, ""))).isEqualTo(DelegationError.NOTHING_TO_DECIDE);
        done(room.use(HandInLetter.class).handIn(next, number, letter));
        assertThat(code(room.use(HandInLetter.class).handIn(next, number, letter)))
                .isEqualTo(DelegationError.NOT_OPEN);
        for (Actor one : List.of(next, People.ENTRY_OFFICER, People.AUDITOR, People.PRODUCER)) {
            assertThat(code(room.use(DecideLetter.class).decide(one, number, true, "")))
                    .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
            assertThat(code(room.use(ReadHandovers.class).read(one, number)))
                    .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
            assertThat(code(room.use(ReadHandovers.class).letter(one, number)))
                    .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
            assertThat(code(room.use(ReadUnits.class).ofUnit(one, UNIT)))
                    .isEqualTo(DelegationError.NOT_AN_APPROVING_OFFICER);
        }
        assertThat(code(decide(number, false, " "))).isEqualTo(DelegationError.WORDS_WANTED);
        done(decide(number, false, "公章不清晰"));
        assertThat(code(decide(number, true, ""))).isEqualTo(DelegationError.NOTHING_TO_DECIDE);
        seesAll(former);
        assertThat(done(room.use(ReadHandovers.class).own(next, number)).handover().words())
                .isEqualTo("公章不清晰");
        assertThat(code(room.use(ReadUnits.class).history(next, UNIT)))
                .isEqualTo(DelegationError.NO_SUCH_UNIT);
    }

    private void seesAll(Actor.Subscriber who) {
        assertThat(room.view(who, draft).number()).isEqualTo(draft);
        assertThat(room.use(ListApplications.class).own(who))
                .extracting(ApplicationSummary::number)
                .contains(draft, old.number());
        assertThat(done(room.use(ReadCertificate.class).read(who, old.serial())).serial())
                .isEqualTo(old.sign().serial());
        assertThat(room.use(ListCertificates.class).own(who)).hasSize(2);
        done(room.use(ReadEndings.class).of(who, old.serial()));
    }

    private void losesAll(Actor.Subscriber who) {
        ErrorCode gone = ApplicationError.NO_SUCH_APPLICATION;
        for (CaseNumber number : List.of(draft, old.number())) {
            assertThat(code(room.use(ViewApplication.class).view(who, number))).isEqualTo(gone);
            assertThat(code(room.use(ReadForm.class).read(who, number))).isEqualTo(gone);
            assertThat(code(room.use(SaveForm.class).save(who, number, Map.of()))).isEqualTo(gone);
            assertThat(code(room.use(ReadAgreement.class).read(who, number))).isEqualTo(gone);
            assertThat(code(room.use(SubmitApplication.class).submit(who, number))).isEqualTo(gone);
            assertThat(code(room.use(PayApplication.class).pay(who, number, "wechat")))
                    .isEqualTo(gone);
            assertThat(code(room.use(ReadAttachedPaper.class).read(who, number, "licence")))
                    .isEqualTo(gone);
            assertThat(
                            code(
                                    room.use(AttachPaper.class)
                                            .attach(who, number, "licence", Pictures.png(9, 9))))
                    .isEqualTo(gone);
            assertThat(code(room.use(RemovePaper.class).remove(who, number, "licence")))
                    .isEqualTo(gone);
            assertThat(code(room.use(ProveIdentity.class).view(who, number, "KYC_AGENT")))
                    .isEqualTo(gone);
            assertThat(code(hall.produce(who, number, old.key()))).isEqualTo(gone);
            assertThat(
                            code(
                                    room.use(ConfirmProduction.class)
                                            .confirm(who, number, new byte[1], new byte[1])))
                    .isEqualTo(gone);
            assertThat(
                            code(
                                    room.use(AskKeyProof.class)
                                            .ask(who, number, new GateCode("LOGIN_KEY"))))
                    .isEqualTo(gone);
        }
        String serial = old.serial();
        assertThat(code(room.use(ReadCertificate.class).read(who, serial)))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        assertThat(code(room.use(ReadCertificate.class).der(who, serial)))
                .isEqualTo(CertificateError.NO_SUCH_CERTIFICATE);
        assertThat(room.use(ListCertificates.class).own(who)).isEmpty();
        assertThat(room.use(ListCertificates.class).own(who, UNIT)).isEmpty();
        assertThat(room.use(ListApplications.class).own(who)).isEmpty();
        assertThat(room.use(ListApplications.class).own(who, UNIT)).isEmpty();
        assertThat(room.use(OfferedAbout.class).about(who, serial)).isEmpty();
        for (String business : List.of("RENEW", "CHANGE", "REISSUE_LOST")) {
            assertThat(code(hall.tryOpen(who, business, serial)))
                    .isEqualTo(ApplicationError.NO_SUCH_CERTIFICATE);
        }
        ErrorCode none = RevocationError.NO_SUCH_CERTIFICATE;
        assertThat(code(room.use(ReadEndings.class).of(who, serial))).isEqualTo(none);
        assertThat(code(room.use(SendLossCode.class).send(who, serial, Locale.CHINESE)))
                .isEqualTo(none);
        assertThat(code(room.use(ReportLoss.class).report(who, serial, "000000"))).isEqualTo(none);
        assertThat(code(room.use(ReadUnits.class).own(who, UNIT)))
                .isEqualTo(DelegationError.NO_SUCH_UNIT);
        assertThat(room.use(CaseUnits.class).lost(who.account(), draft) || movedTo(draft)).isTrue();
    }

    private boolean movedTo(CaseNumber number) {
        return NEXT.toString().equals(hall.column(number, "account"));
    }

    private CaseNumber handIn(Actor.Subscriber who) {
        CaseNumber number = done(start(who, wish(UNIT, today().plusYears(1).toString())));
        return done(room.use(HandInLetter.class).handIn(who, number, Pictures.png(50, 40)));
    }

    private Outcome<CaseNumber> decide(CaseNumber number, boolean approve, String words) {
        return room.use(DecideLetter.class)
                .decide(People.APPROVING_OFFICER, number, approve, words);
    }

    private Outcome<String> withdraw(Actor who, String words) {
        return room.use(EndDelegation.class).withdraw(who, UNIT, words);
    }

    private Outcome<CaseNumber> start(Actor.Subscriber who, StartHandover.Wish wish) {
        return room.use(StartHandover.class).start(who, wish);
    }

    private static StartHandover.Wish wish(String unit, String until) {
        return new StartHandover.Wish(unit, "测试丙", "15010220000229002X", until);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(room.hall.clock().instant(), GateKeeper.SHANGHAI);
    }

    private List<UnitOfAgent> units(Actor.Subscriber who) {
        return room.use(ReadUnits.class).own(who);
    }

    private String answer(String field) {
        return room.use(HandedIn.class).of(draft).values().getOrDefault(field, "");
    }

    private List<String> history(CaseNumber number) {
        return room.hall
                .jdbc()
                .sql("SELECT by FROM application_gate_history WHERE number = :number")
                .param("number", number.text())
                .query((row, _) -> row.getString("by"))
                .list();
    }

    private static <T> ErrorCode code(Outcome<T> outcome) {
        return refusal(outcome).code();
    }
}

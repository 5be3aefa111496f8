package org.yinxin.hall.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.Outcomes;
import org.yinxin.hall.testing.People;

class SurchargeTest {

    private static final Surcharge SET = new Surcharge(3, 5, Money.yuan("60"));

    private static ReviewRoom room;

    @BeforeAll
    static void open() {
        room = new ReviewRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void an_amount_is_kept_with_the_approval_and_recorded() {
        CaseNumber number = asking();
        assertThat(surcharges().of(number)).isEmpty();
        Outcomes.done(decide(number, new Decision.Approve(SET)));
        assertThat(surcharges().of(number)).contains(SET);
        Ruling ruling = Objects.requireNonNull(room.read(number).current().ruling());
        assertThat(ruling.decision()).isEqualTo(new Decision.Approve(SET));
        assertThat(
                        room.hall
                                .jdbc()
                                .sql(
                                        """
                                        SELECT details::text FROM journal
                                         WHERE action = 'review.approved' AND subject = :subject
                                        """)
                                .param("subject", "application:" + number)
                                .query(String.class)
                                .single())
                .contains("60.00", "3 months 5 days");
    }

    @Test
    void nothing_is_an_amount_but_no_amount_is_refused() {
        CaseNumber number = asking();
        assertThat(Outcomes.code(decide(number, new Decision.Approve())))
                .isEqualTo(ReviewError.NOT_A_SURCHARGE);
        Surcharge nothing = new Surcharge(0, 0, Money.ZERO);
        Outcomes.done(decide(number, new Decision.Approve(nothing)));
        assertThat(surcharges().of(number)).contains(nothing);
    }

    @Test
    void an_amount_that_nobody_asked_for_is_refused() {
        CaseNumber number = room.entered();
        assertThat(Outcomes.code(decide(number, new Decision.Approve(SET))))
                .isEqualTo(ReviewError.SURCHARGE_NOT_ASKED);
        Outcomes.done(decide(number, new Decision.Approve()));
        assertThat(surcharges().of(number)).isEmpty();
    }

    @Test
    void a_return_needs_no_amount() {
        CaseNumber number = asking();
        Outcomes.done(
                decide(
                        number,
                        new Decision.Return(List.of(new ItemReason("seal", "unclear", "")))));
        assertThat(surcharges().of(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'','',''",
        "1,1,",
        "1,1,-5",
        "1,1,1.234",
        "1,1,x",
        "-1,1,5",
        "1,99999,5",
        "a,1,5",
        "1,1,99999999"
    })
    void refuses_what_is_no_amount_or_no_time(String months, String days, String amount) {
        String typed = amount == null ? "" : amount;
        assertThat(Outcomes.code(Surcharge.of(months, days, typed)))
                .isEqualTo(ReviewError.NOT_A_SURCHARGE);
    }

    @Test
    void a_time_that_was_left_out_is_none() {
        assertThat(Outcomes.done(Surcharge.of("", " ", "1,200.50")))
                .isEqualTo(new Surcharge(0, 0, Money.yuan("1200.50")));
    }

    private static CaseNumber asking() {
        CaseNumber number = room.number();
        Outcomes.done(
                room.openReview.open(
                        People.SUBSCRIBER,
                        number,
                        Dossiers.enterprise("云岭市星河测试科技有限公司").asking(new Words("延期费用", "Surcharge")),
                        Dossiers.TERMS));
        Outcomes.done(room.enter(People.ENTRY_OFFICER, number));
        return number;
    }

    private static Outcome<ReviewCase> decide(CaseNumber number, Decision decision) {
        return room.decide(People.APPROVING_OFFICER, number, decision);
    }

    private static ReadSurcharge surcharges() {
        return new ReadSurcharge(room.hall.jdbc());
    }
}

package org.yinxin.hall.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.DocumentKind;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.InstitutionKind;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

class RegisterSubscriberTest {

    private static final UnifiedSocialCreditCode CODE =
            new UnifiedSocialCreditCode("91150100MA0T0045X0");
    private static final CaseNumber FIRST = new CaseNumber("2611-7K4M-9QTX");
    private static final CaseNumber SECOND = new CaseNumber("2611-7K4M-9QTY");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 21);
    private static final LocalDate UNTIL = LocalDate.of(2027, 11, 20);
    private static final AccountId ACCOUNT = People.SUBSCRIBER.account();

    private TestHall hall;

    @BeforeEach
    void open() {
        hall = TestHall.of(List.of("subscriber"), Subscribers.class, RegisterSubscriber.class);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void an_organisation_is_found_by_its_credit_code_and_knows_its_kind() {
        SubscriberId id = register(FIRST, "云岭市星河测试科技有限公司");
        assertThat(hall.get(Subscribers.class).find(CODE))
                .contains(new Organisation(id, CODE, "云岭市星河测试科技有限公司", InstitutionKind.ENTERPRISE));
        assertThat(
                        hall.get(Subscribers.class)
                                .find(new UnifiedSocialCreditCode("91150100MA0T00345Y")))
                .isEmpty();
    }

    @Test
    void registering_the_same_application_twice_changes_nothing() {
        SubscriberId id = register(FIRST, "云岭市星河测试科技有限公司");
        assertThat(register(FIRST, "别的名称")).isEqualTo(id);
        assertThat(hall.get(Subscribers.class).find(CODE).orElseThrow().name())
                .isEqualTo("云岭市星河测试科技有限公司");
        assertThat(hall.journal()).containsExactly("subscriber.registered");
    }

    @Test
    void another_application_of_the_same_organisation_and_person_adds_an_authorisation_only() {
        SubscriberId id = register(FIRST, "云岭市星河测试科技有限公司");
        assertThat(register(SECOND, "云岭市星河测试科技股份有限公司")).isEqualTo(id);
        assertThat(hall.get(Subscribers.class).find(CODE).orElseThrow().name())
                .isEqualTo("云岭市星河测试科技股份有限公司");
        assertThat(count("subscriber_organisation")).isEqualTo(1);
        assertThat(count("subscriber_person")).isEqualTo(1);
        assertThat(count("subscriber_agent")).isEqualTo(2);
    }

    @Test
    void an_authorisation_begins_and_ends_by_itself() {
        register(FIRST, "云岭市星河测试科技有限公司");
        Subscribers subscribers = hall.get(Subscribers.class);
        assertThat(subscribers.isAuthorised(ACCOUNT, CODE, FROM.minusDays(1))).isFalse();
        assertThat(subscribers.isAuthorised(ACCOUNT, CODE, FROM)).isTrue();
        assertThat(subscribers.isAuthorised(ACCOUNT, CODE, UNTIL)).isTrue();
        assertThat(subscribers.isAuthorised(ACCOUNT, CODE, UNTIL.plusDays(1))).isFalse();
    }

    @Test
    void no_personal_value_stands_in_the_tables_or_in_the_journal() {
        register(FIRST, "云岭市星河测试科技有限公司");
        String tables =
                String.join(
                        "\n",
                        hall.jdbc()
                                .sql(
                                        """
                                        SELECT p::text AS line FROM subscriber_person p
                                        UNION ALL SELECT a::text FROM subscriber_agent a
                                        UNION ALL SELECT j::text FROM journal j
                                        """)
                                .query((row, number) -> row.getString("line"))
                                .list());
        assertThat(tables)
                .contains(FIRST.text())
                .doesNotContain("19900000001", "150102199001010019", "测试甲");
        assertThat(agent().toString()).doesNotContain("测试甲");
    }

    @Test
    void a_registration_without_a_name_or_with_a_reversed_time_cannot_be_built() {
        assertThatThrownBy(() -> new Registration(FIRST, CODE, " ", agent()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Registration.Agent(
                                        ACCOUNT,
                                        "测试甲",
                                        agent().document(),
                                        agent().mobile(),
                                        null,
                                        UNTIL,
                                        FROM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SubscriberId register(CaseNumber source, String name) {
        return hall.get(RegisterSubscriber.class)
                .register(People.APPROVING_OFFICER, new Registration(source, CODE, name, agent()));
    }

    private long count(String table) {
        return hall.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static Registration.Agent agent() {
        return new Registration.Agent(
                ACCOUNT,
                "测试甲",
                new IdentityDocument(DocumentKind.RESIDENT_IDENTITY_CARD, "150102199001010019"),
                new MobileNumber("19900000001"),
                new EmailAddress("agent@example.cn"),
                FROM,
                UNTIL);
    }
}

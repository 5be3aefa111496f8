package org.yinxin.hall.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.code.IdentityDocument;
import org.yinxin.hall.code.InstitutionKind;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** Organisations and who may act for them. */
@Repository
public class Subscribers {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Subscribers(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    public Optional<Organisation> find(UnifiedSocialCreditCode creditCode) {
        return jdbc.sql(
                        "SELECT id, credit_code, name, kind FROM subscriber_organisation WHERE credit_code = :code")
                .param("code", creditCode.value())
                .query(Subscribers::read)
                .optional();
    }

    /** Whether this account may act for this organisation on this day. */
    public boolean isAuthorised(
            AccountId account, UnifiedSocialCreditCode creditCode, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM subscriber_agent a JOIN subscriber_organisation o ON o.id = a.organisation
                         WHERE o.credit_code = :code AND a.account = :account
                           AND :day BETWEEN a.valid_from AND a.valid_until
                           AND NOT EXISTS (SELECT 1 FROM subscriber_agent_end e WHERE e.source = a.source)
                         LIMIT 1
                        """)
                .param("code", creditCode.value())
                .param("account", account.value())
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<SubscriberId> registeredBy(CaseNumber source) {
        return jdbc.sql("SELECT organisation FROM subscriber_agent WHERE source = :source")
                .param("source", source.text())
                .query((row, number) -> new SubscriberId(row.getObject("organisation", UUID.class)))
                .optional();
    }

    /** Answers the organisation that has this credit code, under the newest name. */
    SubscriberId keepOrganisation(
            UUID fresh, UnifiedSocialCreditCode creditCode, String name, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO subscriber_organisation (id, credit_code, name, kind, registered_at, changed_at)
                        VALUES (:id, :code, :name, :kind, :at, :at)
                        ON CONFLICT (credit_code) DO UPDATE
                           SET name = excluded.name, changed_at = excluded.changed_at
                        RETURNING id
                        """)
                .param("id", fresh)
                .param("code", creditCode.value())
                .param("name", name)
                .param("kind", creditCode.kind().name())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new SubscriberId(row.getObject("id", UUID.class)))
                .single();
    }

    /** Answers the person who is known by this document, under the newest name. */
    UUID keepPerson(UUID fresh, IdentityDocument document, String name, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO subscriber_person (id, document_index, document, name, registered_at)
                        VALUES (:id, :index, :document, :name, :at)
                        ON CONFLICT (document_index) DO UPDATE SET name = excluded.name
                        RETURNING id
                        """)
                .param("id", fresh)
                .param("index", cipher.blindIndex(spelled(document)))
                .param("document", cipher.seal(spelled(document)))
                .param("name", cipher.seal(name))
                .param("at", Timestamp.from(at))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    void authorise(
            CaseNumber source, SubscriberId organisation, UUID person, Registration.Agent agent) {
        EmailAddress email = agent.email();
        jdbc.sql(
                        """
                        INSERT INTO subscriber_agent
                               (source, organisation, person, account, mobile, email, valid_from, valid_until)
                        VALUES (:source, :organisation, :person, :account, :mobile, :email, :from, :until)
                        """)
                .param("source", source.text())
                .param("organisation", organisation.value())
                .param("person", person)
                .param("account", agent.account().value())
                .param("mobile", cipher.seal(agent.mobile().value()))
                .param("email", email == null ? null : cipher.seal(email.value()))
                .param("from", agent.from())
                .param("until", agent.until())
                .update();
    }

    private static String spelled(IdentityDocument document) {
        return document.kind() + ":" + document.value();
    }

    private static Organisation read(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new SubscriberId(row.getObject("id", UUID.class)),
                new UnifiedSocialCreditCode(row.getString("credit_code")),
                row.getString("name"),
                InstitutionKind.valueOf(row.getString("kind")));
    }
}

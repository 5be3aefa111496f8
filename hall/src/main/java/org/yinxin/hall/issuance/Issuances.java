package org.yinxin.hall.issuance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/** The orders. Whoever changes one has locked it before. */
@Repository
class Issuances {

    private static final String ONE =
            """
            SELECT id, case_number, holder, authority, kind, country, province, locality, organisation,
                   common_name, organisation_code, years, not_before, not_after, request, state, refusal,
                   chain, envelope, to_sign, encrypted, decrypted_sm3
              FROM issuance WHERE id = :id
            """;

    private final JdbcClient jdbc;

    Issuances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; not, when there is one of that id or a live one of that case. */
    boolean add(Issuance issuance, Instant at) {
        IssuanceOrder order = issuance.order();
        CertificateSubject subject = order.subject();
        return jdbc.sql(
                                """
                                INSERT INTO issuance (id, case_number, holder, authority, kind, country, province, locality,
                                                      organisation, common_name, organisation_code, years, not_before,
                                                      not_after, request, state, intended_at)
                                VALUES (:id, :case, :holder, :authority, :kind, :country, :province, :locality,
                                        :organisation, :common_name, :code, :years, :not_before,
                                        :not_after, :request, 'INTENDED', :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", order.id())
                        .param("case", order.caseNumber().text())
                        .param("holder", order.holder().value())
                        .param("authority", order.authority())
                        .param("kind", order.kind().name())
                        .param("country", subject.country())
                        .param("province", subject.province())
                        .param("locality", subject.locality())
                        .param("organisation", subject.organisation())
                        .param("common_name", subject.commonName())
                        .param("code", subject.organisationCode())
                        .param("years", order.years())
                        .param("not_before", column(issuance.notBefore()))
                        .param("not_after", column(issuance.notAfter()))
                        .param("request", order.signingRequest())
                        .param("at", column(at))
                        .update()
                == 1;
    }

    Optional<Issuance> find(UUID id) {
        return found(ONE, id);
    }

    Optional<Issuance> findForUpdate(UUID id) {
        return found(ONE + " FOR UPDATE", id);
    }

    private Optional<Issuance> found(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, _) -> read(row)).optional();
    }

    Optional<UUID> liveOf(CaseNumber number) {
        return jdbc.sql("SELECT id FROM issuance WHERE case_number = :case AND state <> 'REFUSED'")
                .param("case", number.text())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    Optional<byte[]> liveRequestOf(CaseNumber number) {
        return jdbc.sql(
                        "SELECT request FROM issuance WHERE case_number = :case AND state <> 'REFUSED'")
                .param("case", number.text())
                .query((row, _) -> row.getBytes("request"))
                .optional();
    }

    void markRefused(UUID id, IssuanceError reason) {
        jdbc.sql("UPDATE issuance SET state = 'REFUSED', refusal = :reason WHERE id = :id")
                .param("reason", reason.name())
                .param("id", id)
                .update();
    }

    void markIssued(UUID id, Handover handover, Instant at) {
        jdbc.sql(
                        """
                        UPDATE issuance SET state = 'ISSUED', issued_at = :at, chain = :chain, envelope = :envelope,
                               to_sign = :to_sign, encrypted = :encrypted, decrypted_sm3 = :decrypted
                         WHERE id = :id AND state = 'INTENDED'
                        """)
                .param("at", column(at))
                .param("chain", handover.chain().toArray(byte[][]::new))
                .param("envelope", handover.envelope())
                .param("to_sign", handover.toSign())
                .param("encrypted", handover.encrypted())
                .param("decrypted", handover.decryptedSm3())
                .param("id", id)
                .update();
    }

    void markInstalled(UUID id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE issuance SET state = 'INSTALLED', installed_at = :at
                         WHERE id = :id AND state = 'ISSUED'
                        """)
                .param("at", column(at))
                .param("id", id)
                .update();
    }

    private static Issuance read(ResultSet row) throws SQLException {
        CertificateSubject subject =
                new CertificateSubject(
                        row.getString("country"),
                        row.getString("province"),
                        row.getString("locality"),
                        row.getString("organisation"),
                        row.getString("common_name"),
                        row.getString("organisation_code"));
        IssuanceOrder order =
                new IssuanceOrder(
                        row.getObject("id", UUID.class),
                        new CaseNumber(row.getString("case_number")),
                        new AccountId(row.getObject("holder", UUID.class)),
                        row.getString("authority"),
                        SubjectKind.valueOf(row.getString("kind")),
                        subject,
                        row.getInt("years"),
                        instant(row, "not_after"),
                        row.getBytes("request"));
        return new Issuance(
                order, instant(row, "not_before"), instant(row, "not_after"), state(row));
    }

    private static IssuanceState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "INTENDED" -> new IssuanceState.Intended();
            case "REFUSED" ->
                    new IssuanceState.Refused(IssuanceError.valueOf(row.getString("refusal")));
            case "ISSUED" -> new IssuanceState.Issued(handover(row));
            default -> new IssuanceState.Installed(handover(row));
        };
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                List.of((byte[][]) row.getArray("chain").getArray()),
                row.getBytes("envelope"),
                row.getBytes("to_sign"),
                row.getBytes("encrypted"),
                row.getBytes("decrypted_sm3"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

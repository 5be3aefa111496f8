package org.yinxin.hall.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** What was accepted. */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Consents(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The acceptances of one case, oldest first. */
    public List<Consent> ofCase(CaseNumber number) {
        return jdbc.sql(
                        """
                        SELECT case_number, agreement, version, sm3, accepted_by, accepted_at
                          FROM agreement_consent WHERE case_number = :number
                         ORDER BY accepted_at, version
                        """)
                .param("number", number.text())
                .query(Consents::read)
                .list();
    }

    Optional<Consent> find(CaseNumber number, String code, int version) {
        return ofCase(number).stream()
                .filter(consent -> consent.code().equals(code) && consent.version() == version)
                .findFirst();
    }

    /** Whether it is new. */
    boolean add(Consent consent, String clientAddress) {
        return jdbc.sql(
                                """
                                INSERT INTO agreement_consent
                                    (case_number, agreement, version, sm3, accepted_by, accepted_at, client_address)
                                VALUES (:number, :code, :version, :sm3, :by, :at, :address)
                                ON CONFLICT (case_number, agreement, version) DO NOTHING
                                """)
                        .param("number", consent.number().text())
                        .param("code", consent.code())
                        .param("version", consent.version())
                        .param("sm3", consent.sm3())
                        .param("by", consent.by())
                        .param("at", Timestamp.from(consent.at()))
                        .param("address", cipher.seal(clientAddress))
                        .update()
                == 1;
    }

    private static Consent read(ResultSet row, int number) throws SQLException {
        return new Consent(
                new CaseNumber(row.getString("case_number")),
                row.getString("agreement"),
                row.getInt("version"),
                row.getString("sm3"),
                row.getString("accepted_by"),
                row.getTimestamp("accepted_at").toInstant());
    }
}

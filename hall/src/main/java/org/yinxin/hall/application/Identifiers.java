package org.yinxin.hall.application;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.FormField;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/**
 * By which numbers a case can be found. Only keyed digests are kept, for people's numbers as for organisations', so
 * that the table says nothing to whoever has it without the key.
 */
@Repository
class Identifiers {

    /** Nobody reads further; whoever gets so many has to say more. */
    static final int MOST = 50;

    private final JdbcClient jdbc;
    private final CaseUnits units;
    private final ColumnCipher cipher;

    Identifiers(JdbcClient jdbc, CaseUnits units, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.units = units;
        this.cipher = cipher;
    }

    /** Writes anew what this case can be found by. */
    void renew(Application application, Map<String, String> answers) {
        String number = application.number().text();
        jdbc.sql("DELETE FROM application_identifier WHERE number = :number")
                .param("number", number)
                .update();
        for (FormField field : application.business().fields()) {
            Optional<IdentifierKind> kind = kind(field);
            String value = normal(answers.getOrDefault(field.name(), ""));
            if (field.type() == FieldType.CREDIT_CODE) {
                units.belong(application.number(), value);
            }
            if (kind.isPresent() && !value.isEmpty()) {
                jdbc.sql(
                                """
                                INSERT INTO application_identifier (digest, number, kind)
                                VALUES (:digest, :number, :kind) ON CONFLICT DO NOTHING
                                """)
                        .param("digest", digest(kind.get(), value))
                        .param("number", number)
                        .param("kind", kind.get().name())
                        .update();
            }
        }
        jdbc.sql(
                        "UPDATE application SET identified = true WHERE number = :number AND NOT identified")
                .param("number", number)
                .update();
    }

    /** Cases from before there was an index, held until the transaction ends; other nodes pass them over. */
    List<CaseNumber> holdMissing(int atMost) {
        return jdbc.sql(
                        """
                        SELECT number FROM application WHERE NOT identified
                         ORDER BY number LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("most", atMost)
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Cases that have this number in an answer, newest month first. */
    Map<CaseNumber, IdentifierKind> byNumber(String typed) {
        String value = normal(typed);
        List<byte[]> digests =
                Stream.of(
                                IdentifierKind.CREDIT_CODE,
                                IdentifierKind.LICENCE_NUMBER,
                                IdentifierKind.MOBILE,
                                IdentifierKind.DOCUMENT_NUMBER)
                        .map(kind -> digest(kind, value))
                        .toList();
        Map<CaseNumber, IdentifierKind> found = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT number, kind FROM application_identifier
                         WHERE digest IN (:digests) ORDER BY number DESC LIMIT :most
                        """)
                .param("digests", digests)
                .param("most", MOST)
                .query(
                        row -> {
                            found.put(
                                    new CaseNumber(row.getString("number")),
                                    IdentifierKind.valueOf(row.getString("kind")));
                        });
        return found;
    }

    /** Cases of applicants whose name begins so. */
    List<CaseNumber> byName(String typed) {
        String start = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(
                        """
                        SELECT number FROM application
                         WHERE holder COLLATE "C" LIKE :start AND holder IS NOT NULL
                         ORDER BY holder COLLATE "C", number LIMIT :most
                        """)
                .param("start", start + "%")
                .param("most", MOST)
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Under what a search is journalled: the same query gives the same, and nobody reads the query from it. */
    String trace(String typed) {
        byte[] digest = cipher.blindIndex("search:" + normal(typed));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private byte[] digest(IdentifierKind kind, String value) {
        return cipher.blindIndex("application." + kind + ":" + value);
    }

    private static Optional<IdentifierKind> kind(FormField field) {
        return switch (field.type()) {
            case CREDIT_CODE -> Optional.of(IdentifierKind.CREDIT_CODE);
            case LICENCE_NUMBER -> Optional.of(IdentifierKind.LICENCE_NUMBER);
            case MOBILE -> Optional.of(IdentifierKind.MOBILE);
            case RESIDENT_IDENTITY_NUMBER, OTHER_DOCUMENT_NUMBER ->
                    Optional.of(IdentifierKind.DOCUMENT_NUMBER);
            case TEXT,
                    CHOICE,
                    SUBJECT_TYPE,
                    PRODUCT,
                    COUNT,
                    DATE,
                    YEARS,
                    ORGANISATION_NAME,
                    PROVINCE,
                    CITY,
                    DISTRICT,
                    ADDRESS,
                    POSTCODE,
                    PERSON_NAME,
                    TELEPHONE,
                    EMAIL,
                    BANK_ACCOUNT_NUMBER ->
                    Optional.empty();
        };
    }

    /** However it is spaced or spelt: people type what they read. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

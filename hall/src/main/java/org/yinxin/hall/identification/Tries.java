package org.yinxin.hall.identification;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.identification.source.Answer;
import org.yinxin.hall.identification.source.FaceSource;
import org.yinxin.hall.identification.source.Question;
import org.yinxin.hall.identification.source.Result;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/** The tries of all checks. */
@Repository
class Tries {

    private static final String SELECT =
            """
            SELECT id, case_number, gate, method, state, question_digest, subject_digest, result, reference, link,
                   link_expires_at, code_digest, code_sent_at, code_expires_at, sent_to
              FROM identification_try
            """;

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Tries(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Keyed, because names and numbers of people can be guessed. */
    String digest(Question question) {
        return hex(cipher.blindIndex("identification-question:" + question.canonical()));
    }

    /** Bound to the try and keyed: six digits alone would be found by trying them all. */
    String digest(UUID id, String code) {
        return hex(cipher.blindIndex("identification-code:" + id + ":" + code));
    }

    void begin(
            UUID id,
            CheckKey check,
            IdentityMethod method,
            String provider,
            String question,
            String subject,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO identification_try
                               (id, case_number, gate, method, state, started_at, provider,
                                question_digest, subject_digest)
                        VALUES (:id, :case, :gate, :method, 'INTENDED', :now, :provider,
                                :question, :subject)
                        """)
                .param("id", id)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .param("method", method.name())
                .param("now", Timestamp.from(now))
                .param("provider", provider)
                .param("question", question)
                .param("subject", subject)
                .update();
    }

    Optional<Try> live(CheckKey check) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE case_number = :case AND gate = :gate
                                   AND state IN ('INTENDED', 'CODE', 'FACE')
                                """)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .query(this::read)
                .optional();
    }

    /** Whether the newest try that passed did so though the source knew nobody. */
    boolean wasUnknown(CheckKey check) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE case_number = :case AND gate = :gate AND state = 'PASSED'
                                 ORDER BY started_at DESC
                                 LIMIT 1
                                """)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .query(this::read)
                .optional()
                .filter(it -> Result.UNKNOWN.name().equals(it.result()))
                .isPresent();
    }

    Optional<Try> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = :id").param("id", id).query(this::read).optional();
    }

    /** Faces about which the source is to be asked. */
    List<Try> dueFaces(Instant now, int atMost) {
        return jdbc.sql(
                        SELECT
                                + " WHERE state = 'FACE' AND check_at <= :now ORDER BY check_at LIMIT :limit")
                .param("now", Timestamp.from(now))
                .param("limit", atMost)
                .query(this::read)
                .list();
    }

    /** Puts the next asking off; false when another node did so first. */
    boolean claim(UUID id, Instant now, Instant next) {
        return jdbc.sql(
                                """
                                UPDATE identification_try SET check_at = :next
                                 WHERE id = :id AND state = 'FACE' AND check_at <= :now
                                """)
                        .param("next", Timestamp.from(next))
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** A face can be looked into. */
    void offered(UUID id, FaceSource.Offer.Link offer, Instant checkAt) {
        jdbc.sql(
                        """
                        UPDATE identification_try
                           SET state = 'FACE', reference = :reference, link = :link,
                               link_expires_at = :expires, check_at = :check
                         WHERE id = :id
                        """)
                .param("reference", offer.reference())
                .param("link", cipher.seal(offer.link().toString()))
                .param("expires", Timestamp.from(offer.expires()))
                .param("check", Timestamp.from(checkAt))
                .param("id", id)
                .update();
    }

    /** A source's answer after which a code is still to be typed. */
    void answered(UUID id, Answer.Found found) {
        jdbc.sql(
                        """
                        UPDATE identification_try
                           SET result = :result, reference = :reference, answer_digest = :digest
                         WHERE id = :id
                        """)
                .param("result", found.result().name())
                .param("reference", found.reference())
                .param("digest", found.digest())
                .param("id", id)
                .update();
    }

    /** A fresh code in the place of the one before. */
    void code(UUID id, MobileNumber mobile, String code, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        UPDATE identification_try
                           SET state = 'CODE', code_digest = :digest, mobile_index = :mobile,
                               sent_to = :to, code_sent_at = :now, code_expires_at = :expires,
                               codes_sent = codes_sent + 1
                         WHERE id = :id
                        """)
                .param("digest", digest(id, code))
                .param("mobile", cipher.blindIndex(mobile.value()))
                .param("to", mobile.masked())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("id", id)
                .update();
    }

    /** Ends it; what was only needed until then is forgotten. */
    void end(UUID id, Try.State state, @Nullable String result, Instant now) {
        jdbc.sql(
                        """
                        UPDATE identification_try
                           SET state = :state, result = coalesce(:result, result), ended_at = :now,
                               link = NULL, code_digest = NULL, check_at = NULL
                         WHERE id = :id
                        """)
                .param("state", state.name())
                .param("result", result)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** How many tries of a check began since a moment. */
    int begunSince(CheckKey check, Instant since) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM identification_try
                         WHERE case_number = :case AND gate = :gate AND started_at > :since
                        """)
                .param("case", check.caseNumber().text())
                .param("gate", check.gate().text())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** How many codes went to a number lately, from whatever case. */
    int codesSince(MobileNumber mobile, Instant since) {
        return jdbc.sql(
                        """
                        SELECT coalesce(sum(codes_sent), 0)::integer FROM identification_try
                         WHERE mobile_index = :mobile AND code_sent_at > :since
                        """)
                .param("mobile", cipher.blindIndex(mobile.value()))
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private Try read(ResultSet row, int number) throws SQLException {
        byte[] link = row.getBytes("link");
        String code = row.getString("code_digest");
        return new Try(
                row.getObject("id", UUID.class),
                new CheckKey(
                        CaseNumber.parse(row.getString("case_number")).orElseThrow(),
                        new GateCode(row.getString("gate"))),
                IdentityMethod.valueOf(row.getString("method")),
                Try.State.valueOf(row.getString("state")),
                row.getString("question_digest"),
                row.getString("subject_digest"),
                row.getString("result"),
                row.getString("reference"),
                link == null
                        ? null
                        : new Try.Link(
                                URI.create(cipher.open(link)),
                                row.getTimestamp("link_expires_at").toInstant()),
                code == null
                        ? null
                        : new Try.Code(
                                code,
                                row.getTimestamp("code_sent_at").toInstant(),
                                row.getTimestamp("code_expires_at").toInstant(),
                                row.getString("sent_to")));
    }
}

package org.yinxin.hall.application;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.privacy.ColumnCipher;
import org.yinxin.hall.reference.CaseNumber;

/**
 * The one place that a plan gives to an organisation (单位证书只允许申请1条). It is claimed at the submission, held by
 * the finished case as long as its certificate runs, and looked at again before money and before issue. Claims
 * of one organisation wait for each other, and a unique index stands behind them.
 *
 * <p>A case about an existing certificate claims nothing: it goes on with the place that its certificate's case holds,
 * whose time it prolongs when the new certificate is installed. A further key needs no place.
 */
@Component
class Eligibility {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    Eligibility(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Claims the place; a refusal if another case holds it. Claiming one's own place again moves it to the new code. */
    Optional<Refusal> claim(Application application, SubmittedSubject subject, Instant at) {
        if (application.about() != null) {
            return takeOver(application, application.about(), subject);
        }
        if (!application.business().limits().oneCertificate()
                || subject.organisationCode() == null) {
            return Optional.empty();
        }
        byte[] index = cipher.blindIndex(subject.organisationCode());
        queue(index);
        release(application, index, at);
        if (holder(application, index)
                .filter(other -> !other.equals(application.number()))
                .isPresent()) {
            return Optional.of(taken());
        }
        jdbc.sql(
                        """
                        UPDATE application
                           SET holder_index = :index, holder_claimed = true, claimed_until = NULL
                         WHERE number = :number
                        """)
                .param("index", index)
                .param("number", application.number().text())
                .update();
        return Optional.empty();
    }

    /** Whether the place claimed at the submission is still held: nothing is paid or issued without. */
    Optional<Refusal> stillHeld(Application application) {
        // Where money comes before the submission there is nothing to hold yet.
        if (application.about() != null
                || !application.business().limits().oneCertificate()
                || application.milestones().subject() == null) {
            return Optional.empty();
        }
        boolean held =
                jdbc.sql("SELECT holder_claimed FROM application WHERE number = :number")
                        .param("number", application.number().text())
                        .query((row, _) -> row.getBoolean("holder_claimed"))
                        .single();
        return held ? Optional.empty() : Optional.of(taken());
    }

    /** Keeps the place while the certificate runs: the application's own, or the one that it took over. */
    void keepUntil(Application application, Instant until) {
        jdbc.sql(
                        """
                        UPDATE application AS place
                           SET claimed_until = :until, holder_claimed = true
                         WHERE place.number = (SELECT coalesce(place_case, number) FROM application
                                                WHERE number = :number)
                           AND (place.holder_claimed
                                OR place.claimed_until IS NOT NULL
                                   AND NOT EXISTS (SELECT 1 FROM application AS other
                                                    WHERE other.plan = place.plan
                                                      AND other.business = place.business
                                                      AND other.holder_index = place.holder_index
                                                      AND other.holder_claimed))
                        """)
                .param("until", GateColumns.utc(until))
                .param("number", application.number().text())
                .update();
    }

    /** Gives the place back, when the application is refused: its own, or that of the certificate it has ended. */
    void giveUp(Application application) {
        free(application.number());
        About about = application.about();
        if (about != null && Succession.endsWhenOpened(application)) {
            free(about.pair(), about.origin());
        }
    }

    /** Remembers with whose place the application goes on, so that nobody frees it meanwhile. */
    void goOn(Application application) {
        About about = application.about();
        if (about != null && Succession.succeeds(application)) {
            jdbc.sql("UPDATE application SET place_case = :place WHERE number = :number")
                    .param("place", placeOf(about.origin()).text())
                    .param("number", application.number().text())
                    .update();
        }
    }

    /** Frees the place of a certificate that was ended without anything taking its place. */
    void free(UUID pair, CaseNumber origin) {
        boolean succeeding =
                jdbc.sql(
                                """
                                SELECT EXISTS (SELECT 1 FROM application
                                                WHERE about_pair = :pair AND place_case IS NOT NULL
                                                  AND (ended_at IS NULL OR certificates <> '{}'))
                                """)
                        .param("pair", pair)
                        .query(Boolean.class)
                        .single();
        if (!succeeding) {
            free(placeOf(origin));
        }
    }

    private void free(CaseNumber place) {
        jdbc.sql("UPDATE application SET holder_claimed = false WHERE number = :number")
                .param("number", place.text())
                .update();
    }

    /** Goes on with the place of the old certificate, unless a changed code is another case's. */
    private Optional<Refusal> takeOver(
            Application application, About about, SubmittedSubject subject) {
        if (!Succession.succeeds(application)) {
            return Optional.empty();
        }
        CaseNumber place = placeOf(about.origin());
        if (subject.organisationCode() != null) {
            byte[] index = cipher.blindIndex(subject.organisationCode());
            queue(index);
            boolean taken =
                    jdbc.sql(
                                    """
                                    SELECT EXISTS (SELECT 1 FROM application AS place
                                                     JOIN application AS other
                                                       ON other.plan = place.plan
                                                      AND other.business = place.business
                                                    WHERE place.number = :place AND place.holder_claimed
                                                      AND other.number <> place.number
                                                      AND other.holder_index = :index
                                                      AND other.holder_claimed)
                                    """)
                            .param("place", place.text())
                            .param("index", index)
                            .query(Boolean.class)
                            .single();
            if (taken) {
                return Optional.of(taken());
            }
            jdbc.sql(
                            """
                            UPDATE application SET holder_index = :index
                             WHERE number = :place AND holder_claimed
                            """)
                    .param("index", index)
                    .param("place", place.text())
                    .update();
        }
        return Optional.empty();
    }

    private CaseNumber placeOf(CaseNumber origin) {
        return jdbc.sql(
                        "SELECT coalesce(place_case, number) FROM application WHERE number = :number")
                .param("number", origin.text())
                .query((row, _) -> new CaseNumber(row.getString(1)))
                .optional()
                .orElse(origin);
    }

    /** One at a time for each organisation, until the transaction ends. */
    private void queue(byte[] index) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:key)")
                .param("key", ByteBuffer.wrap(index).getLong())
                .query(row -> {});
    }

    private void release(Application application, byte[] index, Instant at) {
        jdbc.sql(
                        """
                        UPDATE application
                           SET holder_claimed = false
                         WHERE plan = :plan AND business = :business AND holder_index = :index
                           AND holder_claimed AND claimed_until <= :at
                        """)
                .params(place(application, index))
                .param("at", GateColumns.utc(at))
                .update();
    }

    private Optional<CaseNumber> holder(Application application, byte[] index) {
        return jdbc.sql(
                        """
                        SELECT number
                          FROM application
                         WHERE plan = :plan AND business = :business AND holder_index = :index
                           AND holder_claimed
                        """)
                .params(place(application, index))
                .query((row, _) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    private static Map<String, Object> place(Application application, byte[] index) {
        return Map.of(
                "plan", application.plan().code().text(),
                "business", application.business().code().text(),
                "index", index);
    }

    private static Refusal taken() {
        return new Refusal(ApplicationError.HOLDER_HAS_ONE, List.of());
    }
}

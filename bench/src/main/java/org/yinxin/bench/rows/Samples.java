package org.yinxin.bench.rows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinxin.hall.catalogue.FieldType;
import org.yinxin.hall.catalogue.GateSettings;

/** What a search may look for, many of each, so that no two questions in a row are alike. */
public final class Samples {

    private final List<Case> cases;
    private final JdbcClient hall;
    private final UUID account;

    Samples(List<Case> cases, JdbcClient hall, UUID account) {
        this.cases = cases;
        this.hall = hall;
        this.account = account;
    }

    List<Case> cases() {
        return cases;
    }

    /** The account whose lists are measured. */
    public UUID account() {
        return account;
    }

    public List<String> caseNumbers() {
        return of(_ -> true, each -> each.number().text());
    }

    public List<String> creditCodes() {
        return of(each -> answered(each, FieldType.CREDIT_CODE), Case::creditCode);
    }

    public List<String> mobiles() {
        return of(each -> answered(each, FieldType.MOBILE), Case::mobile);
    }

    public List<String> identityNumbers() {
        return of(each -> answered(each, FieldType.RESIDENT_IDENTITY_NUMBER), Case::identityNumber);
    }

    /** Names of applicants whose case was handed in. */
    public List<String> names() {
        return of(each -> each.kind().passed(GateSettings.Submission.class), Case::holder);
    }

    /** Names of applicants who have a certificate. */
    public List<String> certified() {
        return of(Samples::certified, Case::holder);
    }

    public List<String> certifiedCodes() {
        return of(Samples::certified, Case::creditCode);
    }

    public List<String> certifiedNumbers() {
        return of(Samples::certified, each -> each.number().text());
    }

    public List<String> serials() {
        return of(Samples::certified, Case::sign);
    }

    /** Names of applicants whose case was decided. */
    public List<String> decidedNames() {
        return of(Samples::decided, Case::holder);
    }

    public List<String> decidedNumbers() {
        return of(Samples::decided, each -> each.number().text());
    }

    /** Cases with a payment. */
    public List<String> paidNumbers() {
        return payments("case_number");
    }

    /** A day on which certificates were issued. */
    public LocalDate day() {
        return hall.sql(
                        "SELECT day FROM certificate_tally WHERE pairs > 0 ORDER BY pairs DESC, day LIMIT 1")
                .query(LocalDate.class)
                .single();
    }

    /** A day long before most decisions. */
    public LocalDate longAgo() {
        return day().minusYears(4);
    }

    /** A reason for which cases were refused. */
    public String reason() {
        return hall.sql(
                        "SELECT reason FROM review_refusal_tally GROUP BY reason ORDER BY sum(cases) DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    /** The gate at which most cases of a plan stand. */
    public String gateOf(String plan) {
        return hall.sql(
                        """
                        SELECT gate FROM application_gate_tally WHERE plan = :plan
                         GROUP BY gate ORDER BY sum(cases) DESC, gate LIMIT 1
                        """)
                .param("plan", plan)
                .query(String.class)
                .single();
    }

    /** Numbers that channels have given to payments. */
    public List<String> transactions() {
        return payments("transaction");
    }

    public List<String> orders() {
        return payments("id::text");
    }

    private List<String> payments(String column) {
        return hall.sql(
                        "SELECT "
                                + column
                                + """
                                  FROM payment_order
                                 WHERE case_number = ANY (:numbers) AND state = 'SETTLED'
                                 ORDER BY case_number
                                """)
                .param("numbers", caseNumbers().toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Not every business asks for every number. */
    private static boolean answered(Case one, FieldType type) {
        return filled(one)
                && one.kind().business().fields().stream().anyMatch(it -> it.type() == type);
    }

    private static boolean filled(Case one) {
        return one.kind().gates().codes().stream()
                .anyMatch(
                        gate ->
                                one.kind().gates().state(gate).passed()
                                        && one.kind().business().gate(gate).orElseThrow().settings()
                                                instanceof GateSettings.Form);
    }

    private static boolean decided(Case one) {
        String review = one.kind().review();
        return review != null && Set.of("APPROVED", "RETURNED", "REFUSED").contains(review);
    }

    private static boolean certified(Case one) {
        return one.kind().passed(GateSettings.Production.class);
    }

    private List<String> of(Predicate<Case> which, Function<Case, String> what) {
        return cases.stream().filter(which).map(what).toList();
    }
}

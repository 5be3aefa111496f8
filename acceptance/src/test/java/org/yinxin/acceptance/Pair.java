package org.yinxin.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A certificate pair with its medium, as its subscriber has it.
 *
 * @param serial of the signing certificate
 * @param notAfter the end of both certificates
 * @param answers of whom it names
 */
record Pair(Client owner, String serial, Instant notAfter, Medium medium, Answers answers) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** What was issued in a case. */
    static Pair of(Case subject, Medium medium) {
        for (JsonNode each : subject.owner().get("/api/v1/certificates").expect(200)) {
            if (subject.number().equals(each.path("caseNumber").asString())
                    && "SIGN".equals(each.path("use").asString())) {
                String serial = each.path("serial").asString();
                Instant end = Instant.parse(each.path("notAfter").asString());
                return new Pair(subject.owner(), serial, end, medium, subject.answers());
            }
        }
        throw new AssertionError(subject.number() + " has no certificates");
    }

    /** The same after a hall was started again and its subscriber has signed in again. */
    Pair of(Client signedInAgain) {
        return new Pair(signedInAgain, serial, notAfter, medium, answers);
    }

    JsonNode view() {
        return owner.get("/api/v1/certificates/" + serial).expect(200);
    }

    /** {@code VALID}, {@code EXPIRING}, {@code EXPIRED}, {@code HELD}, {@code SUPERSEDED}, {@code REVOKED} … */
    String status() {
        return view().path("status").asString();
    }

    /** Waits until it stands so; the authority is told behind the answer. */
    void becomes(String status) {
        Client.await(
                serial + " " + status,
                () -> status.equals(status()) ? Optional.of(true) : Optional.empty());
    }

    /** The date on which it ends, in China. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(notAfter, CHINA);
    }

    /** Has OpenSSL judge it; for keys that OpenSSL made. */
    void isAcceptedByOpenSsl() {
        if (!(medium instanceof OpenSslKey key)) {
            throw new AssertionError("the certificates are where OpenSSL cannot read them");
        }
        Instant issued = Instant.parse(view().path("issuedAt").asString());
        key.issued().isAcceptedByOpenSsl(owner.address(), answers.get("creditCode"), issued);
    }

    /** What the hall says about a business for it: {@code offered}, and {@code words} with dates. */
    JsonNode business(String code) {
        for (JsonNode each :
                owner.get("/api/v1/certificates/" + serial + "/businesses").expect(200)) {
            if (code.equals(each.path("business").asString())) {
                return each;
            }
        }
        throw new AssertionError("the hall says nothing about " + code + " of " + serial);
    }
}

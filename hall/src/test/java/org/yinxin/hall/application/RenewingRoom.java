package org.yinxin.hall.application;

import static org.yinxin.hall.application.ApplicationRoom.done;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.certificate.CertificateLedger;
import org.yinxin.hall.certificate.LedgerEntry;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.key.UndecipherableException;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** Applications under a plan of the tests' own, with every business about an existing certificate. */
final class RenewingRoom implements AutoCloseable {

    static final PlanCode PLAN = new PlanCode("renewing");
    static final String CREDIT_CODE = "91150100MA0T0045X0";

    private static final SecureRandom RANDOM = new SecureRandom();

    final ApplicationRoom room;

    RenewingRoom() {
        this(RenewingPlan.class);
    }

    /**
     * With other plans beside.
     *
     * @param plans what is on offer
     */
    RenewingRoom(Class<? extends PlanFiles> plans) {
        room = new ApplicationRoom(plans);
    }

    /**
     * A certificate with its keys, as its holder has it.
     *
     * @param number the case that it came from
     * @param sign the signing certificate in the ledger
     * @param key the signing key
     */
    record Held(CaseNumber number, LedgerEntry sign, KeyPair key) {

        String serial() {
            return sign.serial().hex();
        }

        LocalDate lastDay() {
            return LocalDate.ofInstant(sign.notAfter(), GateKeeper.SHANGHAI);
        }
    }

    /** The plan alone, so that nothing else is on offer. */
    @Primary
    @Component
    static class RenewingPlan implements PlanFiles {

        @Override
        public List<PlanFile> all() {
            try (InputStream in = RenewingRoom.class.getResourceAsStream("renewing.yaml")) {
                return List.of(
                        new PlanFile(
                                "renewing.yaml",
                                new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Goes forward to ten o'clock of a day in Shanghai. */
    void goTo(LocalDate day) {
        var then = day.atTime(LocalTime.of(10, 0)).atZone(GateKeeper.SHANGHAI).toInstant();
        room.hall.clock().advance(Duration.between(room.hall.clock().instant(), then));
    }

    /** A first certificate, on its medium. */
    Held issued(Actor.Subscriber who) {
        CaseNumber number =
                done(room.use(OpenApplication.class).open(who, PLAN, new BusinessCode("NEW")));
        room.save(who, number, answers());
        submit(who, number);
        return install(who, number);
    }

    Outcome<CaseNumber> tryOpen(Actor.Subscriber who, String business, String serial) {
        return tryOpen(who, business, new Chosen(serial, false, false));
    }

    Outcome<CaseNumber> tryOpen(Actor.Subscriber who, String business, Chosen chosen) {
        return room.use(OpenAboutCertificate.class)
                .open(who, PLAN, new BusinessCode(business), chosen);
    }

    CaseNumber open(Actor.Subscriber who, String business, Held old) {
        return done(tryOpen(who, business, old.serial()));
    }

    void submit(Actor.Subscriber who, CaseNumber number) {
        room.accept(who, number);
        done(room.use(SubmitApplication.class).submit(who, number));
    }

    Outcome<ProductionView> produce(Actor who, CaseNumber number, KeyPair key) {
        byte[] request =
                requests.computeIfAbsent(
                        number,
                        _ ->
                                SigningRequests.build(
                                        new SoftwareSigningKey(key),
                                        new SubjectName("CN", null, null, "x", List.of(), "x")));
        return room.use(ProduceCertificates.class).produce(who, number, request);
    }

    private final Map<CaseNumber, byte[]> requests = new HashMap<>();

    Held install(Actor.Subscriber who, CaseNumber number) {
        KeyPair key = KeyPairs.generate(KeyAlgorithm.SM2, RANDOM);
        ProductionView pair = done(produce(who, number, key));
        try {
            byte[] signature = new SoftwareSigningKey(key).sign(pair.toSign());
            KeyPair encryption = Sm2EnvelopedKey.parse(pair.envelope()).open(key.getPrivate());
            byte[] opened = Sm2Encryption.decrypt(encryption.getPrivate(), pair.encrypted());
            ApplicationView view =
                    done(room.use(ConfirmProduction.class).confirm(who, number, signature, opened));
            return new Held(number, ledger(view.certificates().getFirst()), key);
        } catch (EnvelopeException | UndecipherableException e) {
            throw new AssertionError(e);
        }
    }

    LedgerEntry ledger(String serial) {
        return room.use(CertificateLedger.class).find(serial).orElseThrow();
    }

    @Nullable String column(CaseNumber number, String column) {
        return room.hall
                .jdbc()
                .sql("SELECT " + column + "::text AS it FROM application WHERE number = :number")
                .param("number", number.text())
                .query((row, _) -> new String[] {row.getString("it")})
                .single()[0];
    }

    /** Waits for what a commit has set off elsewhere. */
    static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 3_600 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("it did not come");
        }
    }

    static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        answers.put("subjectType", "ENTERPRISE");
        answers.put("organisationName", "云岭市星河测试科技有限公司");
        answers.put("creditCode", CREDIT_CODE);
        answers.put("legalName", "测试乙");
        answers.put("agentName", "测试甲");
        answers.put("agentIdentityNumber", "150102199001010019");
        answers.put("agentMobile", "199 0000 0001");
        return answers;
    }

    @Override
    public void close() {
        room.close();
    }
}

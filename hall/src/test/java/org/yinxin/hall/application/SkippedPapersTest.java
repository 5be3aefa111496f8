package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.fields;
import static org.yinxin.hall.application.ApplicationRoom.refusal;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.application.RenewingRoom.Held;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.reference.CaseNumber;

/** Papers that stand before the submission, and are not needed while the certificate is valid. */
class SkippedPapersTest {

    private final RenewingRoom hall = new RenewingRoom(PapersAfterTheEnd.class);
    private final Actor.Subscriber who = ApplicationRoom.subscriber();
    private final Held held = hall.issued(who);

    /** The plan of the renewals, whose renewal asks expired certificates for papers. */
    @Primary
    @Component
    static class PapersAfterTheEnd implements PlanFiles {

        private static final String UPLOAD =
                """
                      - code: UPLOAD
                        kind: papers
                        title: {zh: 上传, en: Papers}
                        mode: {skip-when: {fact: certificate.phase, is: [VALID]}}
                        words: {open: {zh: 待上传, en: Open}, passed: {zh: 已上传, en: Done}, returned: {zh: 请重传, en: Again}}
                        papers:
                          - {code: licence, title: {zh: 营业执照, en: Licence}, formats: [png], maxBytes: 1048576, stamp: UNIT_SEAL, required: always}
                """;

        @Override
        public List<PlanFile> all() {
            String plan = new RenewingRoom.RenewingPlan().all().getFirst().yaml();
            int renewal = plan.indexOf("  - code: RENEW\n");
            String papers =
                    plan.substring(renewal)
                            .replaceFirst("after: \\[FORM, AGREE]", "after: [FORM, AGREE, UPLOAD]")
                            .replaceFirst(" {6}- code: SUBMIT", UPLOAD + "      - code: SUBMIT");
            return List.of(new PlanFile("renewing.yaml", plan.substring(0, renewal) + papers));
        }
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void are_neither_listed_nor_missing_while_the_certificate_is_valid() {
        hall.goTo(held.lastDay().minusDays(30));
        CaseNumber number = open();
        assertThat(hall.room.view(who, number).papers()).isEmpty();
        assertThat(spared(number)).containsExactly("UPLOAD");
        hall.submit(who, number);
    }

    @Test
    void are_asked_for_once_it_has_ended() {
        hall.goTo(held.lastDay().plusDays(1));
        CaseNumber number = open();
        assertThat(hall.room.view(who, number).papers()).hasSize(1);
        assertThat(spared(number)).isEmpty();
        hall.room.accept(who, number);
        assertThat(
                        fields(
                                refusal(hall.room.use(SubmitApplication.class).submit(who, number))
                                        .violations()))
                .containsExactly("licence");
        hall.room.attach(who, number, "licence");
        done(hall.room.use(SubmitApplication.class).submit(who, number));
    }

    private List<String> spared(CaseNumber number) {
        return hall.room.view(who, number).gates().stream()
                .filter(ApplicationView.Gate::spared)
                .map(gate -> gate.code().text())
                .toList();
    }

    private CaseNumber open() {
        return done(hall.tryOpen(who, "RENEW", new Chosen(held.serial(), true, true)));
    }
}

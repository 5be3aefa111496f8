package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.application.ApplicationRoom.done;
import static org.yinxin.hall.application.ApplicationRoom.returned;
import static org.yinxin.hall.application.ApplicationRoom.standing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.catalogue.PlanFiles;
import org.yinxin.hall.reference.CaseNumber;

/** A plan in which the agreement stands between the form and the papers: what a return of the form undoes behind it. */
class CorrectedFirstTest {

    private static ApplicationRoom room;
    private final Actor.Subscriber who = ApplicationRoom.subscriber();

    @Configuration(proxyBeanMethods = false)
    static class Plans {

        @Bean
        @Primary
        PlanFiles oneAfterTheOther(@Qualifier("packagedPlanFiles") PlanFiles packaged) {
            return () ->
                    packaged.all().stream()
                            .filter(file -> file.name().endsWith("xinghe.yaml"))
                            .map(file -> new PlanFiles.PlanFile(file.name(), changed(file.yaml())))
                            .toList();
        }

        private static String changed(String yaml) {
            return yaml.replaceFirst(
                            "(?m)^ {8}kind: consent$",
                            "        kind: consent\n        after: [FORM]")
                    .replaceFirst(
                            "(?m)^ {8}kind: papers$",
                            "        kind: papers\n        after: [AGREE]");
        }
    }

    @BeforeAll
    static void enter() {
        room = new ApplicationRoom(Plans.class);
    }

    @AfterAll
    static void leave() {
        room.close();
    }

    @Test
    void asks_again_for_the_agreement_and_for_no_paper_that_was_not_returned() {
        CaseNumber number = room.submitted(who, "91150100MA0T0045X0");
        room.decide(number, returned("agentName"));
        assertThat(standing(room.view(who, number)))
                .startsWith("FORM=RETURNED", "AGREE=SHUT", "UPLOAD=SHUT", "SUBMIT=SHUT");

        room.hall.clock().advance(Duration.ofSeconds(1));
        assertThat(standing(room.save(who, number, Map.of("agentName", "测试丙"))))
                .startsWith("FORM=PASSED", "AGREE=OPEN", "UPLOAD=SHUT");
        assertThat(standing(room.accept(who, number)))
                .startsWith("FORM=PASSED", "AGREE=PASSED", "UPLOAD=PASSED", "SUBMIT=OPEN");
        done(room.use(SubmitApplication.class).submit(who, number));
    }

    @Test
    void still_asks_for_a_paper_that_was_returned_too() {
        CaseNumber number = room.submitted(who, "91150100MA0T00345Y");
        room.decide(number, returned("agentName", "seal"));
        room.hall.clock().advance(Duration.ofSeconds(1));
        room.save(who, number, Map.of("agentName", "测试丙"));
        assertThat(standing(room.accept(who, number)))
                .startsWith("FORM=PASSED", "AGREE=PASSED", "UPLOAD=RETURNED", "SUBMIT=SHUT");
        assertThat(standing(room.attach(who, number, "seal")))
                .startsWith("FORM=PASSED", "AGREE=PASSED", "UPLOAD=PASSED", "SUBMIT=OPEN");
    }

    @Test
    void leaves_what_is_handed_in_for_the_first_time_to_whoever_applies() {
        CaseNumber number = room.open(who);
        assertThat(standing(room.save(who, number, ApplicationRoom.answers("91150100MA0T00222X"))))
                .startsWith("FORM=PASSED", "AGREE=OPEN", "UPLOAD=SHUT");
        assertThat(standing(room.accept(who, number))).contains("UPLOAD=OPEN");
        for (String paper : List.of("licence", "seal", "legal-id")) {
            room.attach(who, number, paper);
        }
        assertThat(standing(room.view(who, number))).contains("UPLOAD=PASSED", "SUBMIT=OPEN");
    }
}

package org.yinxin.hall.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AgreementsTest {

    private final AgreementText text =
            new Agreements().current("subscriber-agreement").orElseThrow();

    @Test
    void the_first_version_is_never_changed() {
        // Whoever changes the text makes version 2 beside it: people have accepted this one.
        assertThat(new Agreements().find("subscriber-agreement", 1).orElseThrow().sm3())
                .isEqualTo("02b1a785f27739ecb7e0bc48a45bcfb021649df90f1bd488be0f5a8dafd0ae55");
    }

    @Test
    void both_languages_have_the_same_articles() {
        long chinese =
                Pattern.compile("^第.+条　", Pattern.MULTILINE)
                        .matcher(text.text().zh())
                        .results()
                        .count();
        long english =
                Pattern.compile("^Article [0-9]+\\. ", Pattern.MULTILINE)
                        .matcher(text.text().en())
                        .results()
                        .count();
        assertThat(chinese).isEqualTo(22).isEqualTo(english);
        assertThat(text.title().zh()).isEqualTo("电子认证服务协议（演示文本）");
        assertThat(text.title().en())
                .isEqualTo("Certification Service Agreement (demonstration text)");
    }

    @Test
    void an_unknown_agreement_or_version_is_not_found() {
        Agreements agreements = new Agreements();
        assertThat(agreements.current("none")).isEmpty();
        assertThat(agreements.find("subscriber-agreement", 99)).isEmpty();
    }
}

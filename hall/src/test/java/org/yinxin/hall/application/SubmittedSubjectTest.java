package org.yinxin.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.SubjectKind;
import org.yinxin.hall.catalogue.Product;

/** Whom a certificate names follows from what was approved. */
class SubmittedSubjectTest {

    @ParameterizedTest
    @CsvSource({
        "UNIT,91150100MA0T0045X0,ORGANISATION",
        "UNIT,,ORGANISATION",
        "LEGAL_REPRESENTATIVE,91150100MA0T0045X0,ORGANISATION_PERSON",
        "MEMBER,91150100MA0T0045X0,ORGANISATION_PERSON",
        "MEMBER,,ORGANISATION_PERSON",
        "PERSON,,NATURAL_PERSON",
        "EXPERT,,NATURAL_PERSON",
        "EXPERT,91150100MA0T0045X0,ORGANISATION_PERSON"
    })
    void products_say_whom_they_are_for(
            Product.Kind product, @Nullable String code, SubjectKind kind) {
        SubmittedSubject subject =
                new SubmittedSubject("a", "CN", null, null, "个人", "张三", code, 1, product);
        assertThat(subject.kind()).isEqualTo(kind);
        assertThat(SubmittedSubject.read(subject.text())).isEqualTo(subject);
    }

    @Test
    void what_was_submitted_before_that_was_kept_is_still_an_organisations() {
        String text =
                """
                {"authority":"a","country":"CN","province":null,"locality":null,"organisation":"个人",
                 "commonName":"张三","organisationCode":null,"years":1}
                """;
        assertThat(SubmittedSubject.read(text).kind()).isEqualTo(SubjectKind.ORGANISATION);
    }
}

package org.yinxin.hall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_IDENTITY_CARD, 11010519491231002x, 11010519491231002X",
        "PASSPORT, e12345678, E12345678",
        "PASSPORT, C01X00T47, C01X00T47",
        "OFFICER_CARD, 军字第2001988号, 军字第2001988号",
        "OFFICER_CARD, 南 字第 ０1234567 号, 南字第01234567号",
        "OFFICER_CARD, 20019880, 20019880",
        "HONG_KONG_MACAO_PERMIT, h12345678, H12345678",
        "HONG_KONG_MACAO_PERMIT, M1234567801, M1234567801",
        "TAIWAN_PERMIT, 12345678, 12345678",
        "TAIWAN_PERMIT, 1234567801（D）, 1234567801(D)",
        "PERMANENT_RESIDENT_CARD, can110019800101, CAN110019800101"
    })
    void accepts_documents_beside_the_identity_card(DocumentKind kind, String typed, String value) {
        assertThat(IdentityDocument.check(kind, typed, TODAY))
                .isEqualTo(new Check.Good<>(new IdentityDocument(kind, value)));
    }

    @Test
    void accepts_a_residence_permit_with_a_right_checksum_only() {
        String first = "81000019900101001";
        String number = first + Checksum.residentIdentityNumber(first);
        assertThat(IdentityDocument.check(DocumentKind.RESIDENCE_PERMIT, number, TODAY))
                .isInstanceOf(Check.Good.class);
        assertThat(IdentityDocument.check(DocumentKind.RESIDENCE_PERMIT, first + "A", TODAY))
                .isInstanceOf(Check.Bad.class);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void refuses_what_has_not_the_form_of_the_kind(DocumentKind kind) {
        assertThat(IdentityDocument.check(kind, "<1>", TODAY)).isInstanceOf(Check.Bad.class);
        assertThat(IdentityDocument.check(kind, "", TODAY)).isInstanceOf(Check.Bad.class);
        assertThatThrownBy(() -> new IdentityDocument(kind, "<1>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_identity_card_keeps_the_reason_of_its_own_check() {
        assertThat(
                        IdentityDocument.check(
                                DocumentKind.RESIDENT_IDENTITY_CARD, "440524188001010014", TODAY))
                .isEqualTo(new Check.Bad<>("code.identity-number.birthday"));
    }

    @Test
    void its_text_form_is_masked() {
        assertThat(new IdentityDocument(DocumentKind.PASSPORT, "E12345678"))
                .hasToString("PASSPORT *****5678");
    }
}

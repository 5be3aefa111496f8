package org.yinxin.hall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91310110666007217T",
                "91110108551385082Q",
                "91350100M000100Y43",
                "91110000101623741K",
                "911101066976941872",
                "91150100MA0T0045X0",
                "91150100MA0T00345Y",
                "91150100MA0T00222X",
                "91150100MA0T0002X6",
                "91150100MA0T00070H",
                "1215010046000001XX",
                "11150000011500000C",
                "51500000500000015J",
                "53100000MJ0000018M"
            })
    void accepts_valid_codes(String code) {
        assertThat(UnifiedSocialCreditCode.check(code))
                .isEqualTo(new Check.Good<>(new UnifiedSocialCreditCode(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350211M00013FA1N",
                "91350211M0000XUF46",
                "91110000100001424X",
                "91310115MA1H8R7C6D"
            })
    void doubts_a_failing_checksum_but_does_not_refuse_it(String code) {
        assertThat(UnifiedSocialCreditCode.check(code))
                .isEqualTo(
                        new Check.Doubtful<>(
                                new UnifiedSocialCreditCode(code), "code.credit-code.checksum"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91310110666007217t",
                " 9131 0110 6660 07217 T ",
                "９１３１０１１０６６６００７２１７Ｔ",
                "91310110-66600721-7-T",
                "\uFEFF91310110666007217T\u200B\u00A0\u3000"
            })
    void normalises_what_people_paste(String typed) {
        assertThat(UnifiedSocialCreditCode.check(typed).accepted())
                .contains(new UnifiedSocialCreditCode("91310110666007217T"));
    }

    @ParameterizedTest
    @CsvSource({
        "9131011066600721IT, letters",
        "9131011066600721oT, letters",
        "913101106660072S7T, letters",
        "91310110V66007217T, letters",
        "Z1310110666007217T, letters",
        "9131011066600721, length",
        "91310110666007217TT, length",
        "'', length",
        "91A10110666007217T, region",
        "9131011066600721信T, characters",
        "9131011066600721ıT, characters",
        "913101106660072ſ7T, characters",
        "91310110666007２.7T, characters",
    })
    void refuses_what_cannot_be_a_credit_code(String typed, String why) {
        assertThat(UnifiedSocialCreditCode.check(typed))
                .isEqualTo(new Check.Bad<>("code.credit-code." + why));
    }

    @Test
    void doubts_an_unknown_registry_and_an_unknown_province() {
        assertThat(UnifiedSocialCreditCode.check(withCheck("9X150100MA0T0045X")))
                .isInstanceOf(Check.Doubtful.class);
        assertThat(UnifiedSocialCreditCode.check(withCheck("91990100MA0T0045X")))
                .isInstanceOf(Check.Doubtful.class);
    }

    @Test
    void any_single_mistyped_character_is_noticed() {
        String code = "91150100MA0T0045X0";
        for (int i = 0; i < code.length(); i++) {
            for (char other : Checksum.CREDIT_ALPHABET.toCharArray()) {
                String typed = code.substring(0, i) + other + code.substring(i + 1);
                if (other != code.charAt(i)) {
                    assertThat(UnifiedSocialCreditCode.check(typed))
                            .isNotInstanceOf(Check.Good.class);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "91150100MA0T0045X0, ENTERPRISE",
        "1215010046000001XX, PUBLIC_INSTITUTION",
        "11150000011500000C, GOVERNMENT",
        "51500000500000015J, SOCIAL_ORGANISATION",
        "53100000MJ0000018M, FOUNDATION"
    })
    void tells_the_kind_of_institution_without_a_register(String code, InstitutionKind kind) {
        assertThat(new UnifiedSocialCreditCode(code).kind()).isEqualTo(kind);
    }

    @Test
    void carries_a_valid_organisation_code_and_reads_in_groups() {
        UnifiedSocialCreditCode code = new UnifiedSocialCreditCode("91150100MA0T0002X6");
        assertThat(code.organisationCode()).isEqualTo(new OrganisationCode("MA0T0002X"));
        assertThat(code.organisationCode().isConsistent()).isTrue();
        assertThat(code.grouped()).isEqualTo("91150100 MA0T0002X 6");
        assertThat(code).hasToString("91150100MA0T0002X6");
    }

    @Test
    void cannot_be_built_from_another_form() {
        assertThatThrownBy(() -> new UnifiedSocialCreditCode("91310110666007217t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String withCheck(String first17) {
        return first17 + Checksum.creditCode(first17);
    }
}

package org.yinxin.hall.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCodesTest {

    @Test
    void organisation_code_of_the_standard_holds_with_and_without_hyphen() {
        assertThat(OrganisationCode.check("D2143569-X"))
                .isEqualTo(new Check.Good<>(new OrganisationCode("D2143569X")));
        assertThat(
                        OrganisationCode.check("d2143569－x")
                                .accepted()
                                .map(OrganisationCode::hyphenated))
                .contains("D2143569-X");
        assertThat(OrganisationCode.check("D2143569-1")).isInstanceOf(Check.Doubtful.class);
        assertThat(OrganisationCode.check("D2143569-A")).isInstanceOf(Check.Bad.class);
        assertThat(OrganisationCode.check("D214")).isInstanceOf(Check.Bad.class);
    }

    @Test
    void licence_number_follows_iso_7064() {
        assertThat(LicenceNumber.check("110108000000016")).isInstanceOf(Check.Good.class);
        assertThat(LicenceNumber.check("110108000000017"))
                .isEqualTo(
                        new Check.Doubtful<>(
                                new LicenceNumber("110108000000017"),
                                "code.licence-number.checksum"));
        assertThat(LicenceNumber.check("11010800000001")).isInstanceOf(Check.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020000000000018", "622848000000000007", "6222 0200 0000 0000 018"})
    void bank_cards_pass_by_luhn(String card) {
        assertThat(BankCardNumber.check(card)).isInstanceOf(Check.Good.class);
    }

    @Test
    void bank_cards_that_fail_luhn_or_the_form_are_refused_but_corporate_accounts_have_no_luhn() {
        assertThat(BankCardNumber.check("6222021234567890123"))
                .isEqualTo(new Check.Bad<>("code.bank-card.checksum"));
        assertThat(BankCardNumber.check("622202"))
                .isEqualTo(new Check.Bad<>("code.bank-card.form"));
        assertThat(CorporateAccountNumber.check("6222021234567890123"))
                .isInstanceOf(Check.Good.class);
        assertThat(CorporateAccountNumber.check("1234")).isInstanceOf(Check.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19900000001",
                "+86 199 0000 0001",
                "0086-199-0000-0001",
                "8619900000001",
                "１９９ ００００ ０００１"
            })
    void mobile_numbers_are_brought_to_eleven_digits(String typed) {
        assertThat(MobileNumber.check(typed))
                .isEqualTo(new Check.Good<>(new MobileNumber("19900000001")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12900000001", "1990000000", "199000000011", "+1 199 0000 0001", "一三八", ""})
    void what_is_no_mobile_number_is_refused(String typed) {
        assertThat(MobileNumber.check(typed)).isEqualTo(new Check.Bad<>("code.mobile.form"));
    }

    @ParameterizedTest
    @CsvSource({
        "19900000001, 19900000001",
        "+8619900000001, 19900000001",
        "0471-1234567, 0471-1234567",
        "（0471）1234567, 0471-1234567",
        "010－12345678转801, 010-12345678-801",
        "400-887-6133, 400-887-6133"
    })
    void telephone_numbers_are_mobile_or_with_area_code(String typed, String value) {
        assertThat(TelephoneNumber.check(typed))
                .isEqualTo(new Check.Good<>(new TelephoneNumber(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "0471", "0471-123", ""})
    void what_is_no_telephone_number_is_refused(String typed) {
        assertThat(TelephoneNumber.check(typed)).isInstanceOf(Check.Bad.class);
    }

    @ParameterizedTest
    @CsvSource({
        "agent@Example.CN, agent@example.cn",
        "Test.Jia+1@mail.example.com, Test.Jia+1@mail.example.com",
        "ａｇｅｎｔ＠example．cn, agent@example.cn"
    })
    void mail_addresses_keep_the_case_before_the_at(String typed, String value) {
        assertThat(EmailAddress.check(typed)).isEqualTo(new Check.Good<>(new EmailAddress(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "@example.cn",
                "a@b",
                "a..b@example.cn",
                ".a@example.cn",
                "a@-example.cn",
                "a@exa_mple.cn",
                "a@@example.cn",
                "甲@example.cn",
                "a@example.c",
                "a\"<script>@example.cn",
                ""
            })
    void what_is_no_mail_address_is_refused(String typed) {
        assertThat(EmailAddress.check(typed)).isEqualTo(new Check.Bad<>("code.email.form"));
    }

    @Test
    void a_mail_address_that_is_too_long_is_refused_quickly() {
        assertThat(EmailAddress.check("a".repeat(65) + "@example.cn"))
                .isInstanceOf(Check.Bad.class);
        assertThat(EmailAddress.check("a@" + "a.".repeat(50_000))).isInstanceOf(Check.Bad.class);
    }

    @Test
    void postal_codes_have_six_digits() {
        assertThat(PostalCode.check("０１００１０"))
                .isEqualTo(new Check.Good<>(new PostalCode("010010")));
        assertThat(PostalCode.check("1000")).isInstanceOf(Check.Bad.class);
    }

    @Test
    void personal_numbers_are_masked_in_their_text_form() {
        assertThat(new MobileNumber("19900000001")).hasToString("199****0001");
        assertThat(new TelephoneNumber("19900000001")).hasToString("199****0001");
        assertThat(new EmailAddress("agent@example.cn")).hasToString("a***@example.cn");
        assertThat(new BankCardNumber("6222020000000000018")).hasToString("***************0018");
        assertThat(new CorporateAccountNumber("1234567890")).hasToString("******7890");
    }

    @Test
    void records_cannot_be_built_from_a_wrong_value() {
        assertThatThrownBy(() -> new MobileNumber("1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TelephoneNumber("1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BankCardNumber("6222021234567890123"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CorporateAccountNumber("1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PostalCode("1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LicenceNumber("1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrganisationCode("1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.yinxin.authority.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.outside.OutsideSettings.Credential;
import org.yinxin.authority.outside.OutsideSettings.SigningForm;

class ReadSettingsTest {

    private static final String PREFIX = "yinxin.authority.outside.city.";

    private static Map<String, String> sound() {
        Map<String, String> settings = new HashMap<>();
        settings.put(ReadSettings.CODES, "city");
        settings.put(PREFIX + "address", "https://ca.example.org/pkix/");
        settings.put(PREFIX + "reference", "hall");
        settings.put(PREFIX + "secret-file", "/etc/yinxin/city.secret");
        settings.put(PREFIX + "trust-file", "/etc/yinxin/city.pem");
        return settings;
    }

    @Test
    void nothing_set_is_no_outside_authority() {
        assertThat(ReadSettings.of(_ -> null)).isEmpty();
    }

    @Test
    void settings_have_defaults() {
        OutsideSettings read = ReadSettings.of(sound()::get).values().iterator().next();
        assertThat(read.code()).isEqualTo(new AuthorityCode("city"));
        assertThat(read.credential()).isInstanceOf(Credential.Secret.class);
        assertThat(read.forms().signing()).isEqualTo(SigningForm.AUTO);
        assertThat(read.limits().answer()).isEqualTo(Duration.ofSeconds(30));
        assertThat(read.issuer()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "address, ldap://ca.example.org, is an address such as",
                "address, '', address is missing",
                "reference, '', reference is missing",
                "trust-file, '', trust-file is missing",
                "secret-file, '', one of the two is needed",
                "certificate-file, /etc/yinxin/desk.pem, one of the two is needed",
                "mac, md5, 'mac is pbm or pbmac1, and not md5'",
                "signing-request, kur, signing-request is auto or p10cr or cr or ir",
                "encryption-request, p10cr, encryption-request is cr or ir",
                "confirmation, none, confirmation is explicit or implicit",
                "patience, PT1H, patience is a time from PT0S to PT2M",
                "answer-timeout, soon, answer-timeout is a time from",
                "issuer, not a name, is a name such as CN=Example CA"
            })
    void each_fault_is_told_with_its_setting(String name, String value, String sentence) {
        Map<String, String> settings = sound();
        settings.put(PREFIX + name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadSettings.of(settings::get))
                .withMessageContaining(PREFIX)
                .withMessageContaining(sentence);
    }

    @Test
    void codes_are_codes_and_come_once() {
        Map<String, String> settings = sound();
        settings.put(ReadSettings.CODES, "city, city, Big City");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadSettings.of(settings::get))
                .withMessageContaining("names city twice")
                .withMessageContaining("and not Big City");
    }
}

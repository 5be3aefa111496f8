package org.yinxin.pki.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.OpenSsl;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.IdentifyCode.MilitaryOfficerCard;
import org.yinxin.pki.extension.IdentifyCode.Passport;
import org.yinxin.pki.extension.IdentifyCode.ResidentCard;

class IdentityExtensionTest {

    @Test
    void a_resident_card_is_the_explicitly_tagged_choice_0() {
        Extension extension = new ResidentCard("11010519491231002X").toExtension();
        assertThat(extension.getExtnId().getId()).isEqualTo("1.2.156.10260.4.1.1");
        assertThat(extension.isCritical()).isFalse();
        assertThat(extension.getExtnValue().getOctets())
                .isEqualTo(OpenSsl.hex("a014 1312 313130313035313934393132333130303258"));
    }

    @Test
    void identities_read_back() throws MalformedDerException {
        for (IdentifyCode code :
                List.of(
                        new ResidentCard("11010519491231002X"),
                        new MilitaryOfficerCard("军字第1234567号"),
                        new Passport("E12345678"))) {
            assertThat(IdentifyCode.parse(code.toExtension())).isEqualTo(code);
        }
    }

    @Test
    void refuses_identities_that_are_none() {
        for (String value :
                List.of(
                        "8012313130313035313934393132333130303258", // implicit tag
                        "a303130141", // no such choice
                        "a0030c0141", // another string type
                        "13 0141", // no tag
                        "6003130141", // a tag of another class
                        "a00513014113 00", // two values
                        "a003130120", // blank
                        "")) {
            Extension extension =
                    new Extension(
                            new ASN1ObjectIdentifier("1.2.156.10260.4.1.1"),
                            false,
                            OpenSsl.hex(value));
            assertThatExceptionOfType(MalformedDerException.class)
                    .as(value)
                    .isThrownBy(() -> IdentifyCode.parse(extension));
        }
    }

    @Test
    void registration_numbers_have_the_identifiers_of_the_standard() {
        assertThat(RegistrationExtension.values())
                .extracting(kind -> kind.oid().getId())
                .containsExactly(
                        "1.2.156.10260.4.1.2",
                        "1.2.156.10260.4.1.3",
                        "1.2.156.10260.4.1.4",
                        "1.2.156.10260.4.1.5");
    }

    @Test
    void registration_numbers_are_printable_strings_and_read_back() throws MalformedDerException {
        for (RegistrationExtension kind : RegistrationExtension.values()) {
            Extension extension = kind.of("91150100MA0T0045X0");
            assertThat(extension.isCritical()).isFalse();
            assertThat(extension.getExtnValue().getOctets())
                    .isEqualTo(OpenSsl.hex("1312 3931313530313030 4d41305430303435 5830"));
            assertThat(kind.parse(extension)).isEqualTo("91150100MA0T0045X0");
        }
    }

    @Test
    void refuses_registration_numbers_that_cannot_be_printable_strings() {
        for (String number : new String[] {"", " ", "统一", "a_b", "a@b"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistrationExtension.ORGANIZATION_CODE.of(number));
        }
        for (String value :
                new String[] {"0c0141", "130140", "1300", "04031301 41", "3003130141"}) {
            Extension extension =
                    new Extension(
                            RegistrationExtension.ORGANIZATION_CODE.oid(),
                            false,
                            OpenSsl.hex(value));
            assertThatExceptionOfType(MalformedDerException.class)
                    .as(value)
                    .isThrownBy(() -> RegistrationExtension.ORGANIZATION_CODE.parse(extension));
        }
        Extension other = RegistrationExtension.TAXATION_NUMBER.of("1");
        assertThatExceptionOfType(MalformedDerException.class)
                .isThrownBy(() -> RegistrationExtension.ORGANIZATION_CODE.parse(other));
    }

    @Test
    void refuses_the_same_extension_twice() {
        ExtensionList list = new ExtensionList().keyUsage(KeyUsages.SIGNING);
        assertThatIllegalArgumentException().isThrownBy(() -> list.keyUsage(KeyUsages.ENCRYPTION));
    }
}

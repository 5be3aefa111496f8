package org.yinxin.authority.profile.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;
import org.yinxin.authority.profile.IdentifierForm;
import org.yinxin.authority.profile.IdentifierRule.Writing;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.authority.profile.Presence;
import org.yinxin.authority.profile.UseRule;

/** Each thing that can be wrong in a file, where it is told, and that what is right is read as it is meant. */
class ProfileReaderTest {

    @Test
    void reads_what_is_meant() {
        CertificateProfile profile = sound(WrongProfiles.PERSON);
        assertThat(profile.reference()).hasToString("mine@0");
        assertThat(profile.serves()).isEqualTo(SubjectKind.ORGANISATION_PERSON);
        assertThat(profile.longestMonths()).isEqualTo(12);
        assertThat(profile.subject().attributes())
                .extracting(rule -> rule.attribute() + " " + rule.presence() + " " + rule.longest())
                .containsExactly(
                        "C REQUIRED 2", "ST ALLOWED 128", "O REQUIRED 40", "CN REQUIRED 64");
        assertThat(use(profile, CertificateUse.SIGNING).bits()).isEqualTo(0xC0);
        assertThat(use(profile, CertificateUse.ENCRYPTION).bits()).isEqualTo(0x38);
        assertThat(use(profile, CertificateUse.SIGNING).purposes())
                .containsExactly(
                        new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.2"),
                        new ASN1ObjectIdentifier("1.2.3.4"));
        assertThat(profile.policies().others())
                .containsExactly(new ASN1ObjectIdentifier("2.999.7"));
        assertThat(profile.policies().cps()).isEqualTo("http://ca.example.org/cps/{authority}");
        assertThat(profile.addresses().issuer()).isFalse();
        assertThat(profile.identifiers())
                .extracting(rule -> rule.oid().getId())
                .containsExactly("1.2.156.10260.4.1.1", "1.2.156.10260.4.1.4");
        assertThat(profile.identifiers().getFirst().source()).isEqualTo(IdentifierSource.IDENTITY);
        assertThat(profile.identifiers().getFirst().form()).isEqualTo(IdentifierForm.IDENTIFY_CODE);
        assertThat(profile.identifiers().getLast().writing()).isEqualTo(Writing.WHEN_KNOWN);
        assertThat(profile.hostNames()).isEqualTo(Presence.FORBIDDEN);
    }

    @Test
    void an_edition_of_ones_own_need_not_have_what_the_standard_requires() {
        CertificateProfile profile = sound(WrongProfiles.DEVICE);
        assertThat(profile.addresses().crl()).isFalse();
        assertThat(use(profile, CertificateUse.DEVICE).bits()).isEqualTo(0x80);
        assertThat(profile.hostNames()).isEqualTo(Presence.REQUIRED);
        assertThat(profile.policies().authoritys()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.yinxin.authority.profile.reading.WrongProfiles#all")
    void tells_where_and_what(WrongProfiles.Wrong wrong) {
        assertThat(wrong.base()).contains(wrong.from());
        String yaml = wrong.base().replace(wrong.from(), wrong.to());
        assertThat(faults(yaml))
                .as("told for %s", wrong)
                .anySatisfy(
                        fault -> {
                            assertThat(fault.line()).isEqualTo(wrong.line());
                            assertThat(fault.sentence()).contains(wrong.sentence());
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "- a list", "a text", "a: [", "a: 1\n---\nb: 2", "!!java.net.URL [x]"})
    void what_is_no_profile_at_all_has_one_fault(String yaml) {
        assertThat(faults(yaml)).hasSize(1);
        assertThat(faults(yaml).getFirst().toString()).startsWith("file.yaml:");
    }

    @Test
    void what_is_too_long_is_not_looked_at() {
        assertThat(faults("#".repeat(65_537)).getFirst().sentence())
                .isEqualTo("A profile has at most 65536 characters.");
    }

    @Test
    void tells_all_faults_in_the_order_of_the_file() {
        String yaml =
                WrongProfiles.PERSON
                        .replace("crl: true", "crl: maybe")
                        .replace("{months: 12}", "{months: 0}");
        assertThat(faults(yaml)).extracting(ProfileFault::line).containsSubsequence(4, 17);
    }

    private static UseRule use(CertificateProfile profile, CertificateUse use) {
        return Objects.requireNonNull(profile.certificates().get(use));
    }

    private static CertificateProfile sound(String yaml) {
        return switch (ProfileReader.read("file.yaml", yaml)) {
            case ProfileReading.Sound(CertificateProfile profile) -> profile;
            case ProfileReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static List<ProfileFault> faults(String yaml) {
        return switch (ProfileReader.read("file.yaml", yaml)) {
            case ProfileReading.Sound _ -> List.of();
            case ProfileReading.Faulty(var faults) -> faults;
        };
    }
}

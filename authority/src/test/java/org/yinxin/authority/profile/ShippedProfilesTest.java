package org.yinxin.authority.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.authority.BenchProfiles;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.catalogue.ProfileFile;
import org.yinxin.authority.profile.catalogue.ProfileFiles;
import org.yinxin.authority.profile.reading.ProfileReader;
import org.yinxin.authority.profile.reading.ProfileReading;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.name.SubjectName;

/**
 * What the shipped profiles make. The files of hexadecimal digits were written by the code that profiles were before they
 * were files; nothing may ever be signed differently under the name of the edition 2012.
 */
class ShippedProfilesTest {

    private static final PublicAddresses ADDRESSES =
            new PublicAddresses(URI.create("http://ca.example.org"));

    static List<ProfileFile> shipped() {
        return ProfileFiles.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_one_is_sound_and_has_the_name_of_its_file(ProfileFile file) {
        assertThat(ProfileReader.read(file.name(), file.yaml()))
                .isInstanceOfSatisfying(
                        ProfileReading.Sound.class,
                        sound ->
                                assertThat(sound.profile().reference().name() + ".yaml")
                                        .isEqualTo(file.name()));
    }

    @Test
    void both_editions_serve_everybody() {
        assertThat(shipped()).hasSize(10);
        for (String edition : List.of("2012", "2023")) {
            for (String name :
                    List.of(
                            "organisation-",
                            "organisation-person-",
                            "natural-person-",
                            "device-",
                            "organisation-program-")) {
                assertThat(profile(name + edition).edition()).isEqualTo(edition);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pair,0,2,3", "bare-pair,7,4,5"})
    void pairs_of_organisations_are_what_they_were(String file, int shard, int one, int other)
            throws IOException {
        IntendedPair pair =
                pair("organisation-2012", file.startsWith("bare"), null, shard, one, other);
        assertThat(pair.signing().encoded()).isEqualTo(expected(file + "-signing"));
        assertThat(pair.encryption().encoded()).isEqualTo(expected(file + "-encryption"));
    }

    @ParameterizedTest
    @CsvSource({"pair,0,2,3", "bare-pair,7,4,5"})
    void pairs_of_persons_are_what_they_were(String file, int shard, int one, int other)
            throws IOException {
        IdentifyCode identity = new IdentifyCode.Passport("E00000000");
        IntendedPair pair =
                pair(
                        "organisation-person-2012",
                        file.startsWith("bare"),
                        identity,
                        shard,
                        one,
                        other);
        assertThat(pair.signing().encoded()).isEqualTo(expected(file + "-signing"));
        assertThat(pair.encryption().encoded()).isEqualTo(expected(file + "-encryption"));
        if (file.startsWith("bare")) {
            pair = pair("natural-person-2012", true, identity, shard, one, other);
            assertThat(pair.signing().encoded()).isEqualTo(expected(file + "-signing"));
        }
    }

    @Test
    void devices_and_programs_are_what_they_were() throws IOException {
        List<String> hosts = List.of("gate-7.example.org", "gate-8.example.org");
        assertThat(single("device-2012", CertificateKind.DEVICE, false, hosts, 0, 6).encoded())
                .isEqualTo(expected("device"));
        assertThat(single("device-2012", CertificateKind.DEVICE, true, List.of(), 3, 7).encoded())
                .isEqualTo(expected("bare-device"));
        assertThat(
                        single(
                                        "organisation-program-2012",
                                        CertificateKind.ORGANISATION,
                                        false,
                                        List.of(),
                                        0,
                                        8)
                                .encoded())
                .isEqualTo(expected("program"));
    }

    @Test
    void each_profile_serves_those_that_its_name_says() {
        assertThat(profile("organisation-program-2023").serves())
                .isEqualTo(SubjectKind.ORGANISATION);
        assertThat(profile("organisation-person-2012").serves())
                .isEqualTo(SubjectKind.ORGANISATION_PERSON);
        assertThat(profile("natural-person-2012").serves()).isEqualTo(SubjectKind.NATURAL_PERSON);
        assertThat(profile("device-2012").isOfPairs()).isFalse();
        assertThat(profile("natural-person-2023").isOfPairs()).isTrue();
    }

    private static IntendedPair pair(
            String name,
            boolean bare,
            @Nullable IdentifyCode identity,
            int shard,
            int one,
            int other) {
        SubjectName subject = bare ? FixedCertificates.BARE : FixedCertificates.SUBJECT;
        return new PairWriter(ADDRESSES)
                .intend(
                        FixedCertificates.issuer(),
                        new PairSubject(
                                profile(name),
                                subject,
                                new Identifiers(bare ? null : FixedCertificates.CODE, identity),
                                FixedCertificates.aYear(),
                                FixedCertificates.key(2).getPublic(),
                                FixedCertificates.key(3).getPublic()),
                        shard,
                        FixedCertificates.serial(one),
                        FixedCertificates.serial(other));
    }

    private static TbsCertificate single(
            String name,
            CertificateKind kind,
            boolean bare,
            List<String> hosts,
            int shard,
            int serial) {
        return new SingleWriter(ADDRESSES)
                .intend(
                        FixedCertificates.issuer(),
                        new SingleSubject(
                                profile(name),
                                kind,
                                bare ? FixedCertificates.BARE : FixedCertificates.SUBJECT,
                                new Identifiers(bare ? null : FixedCertificates.CODE, null),
                                hosts,
                                FixedCertificates.aYear(),
                                FixedCertificates.key(4).getPublic()),
                        shard,
                        FixedCertificates.serial(serial))
                .certificate();
    }

    private static CertificateProfile profile(String name) {
        return switch (ProfileReader.read(name, BenchProfiles.shipped(name))) {
            case ProfileReading.Sound(CertificateProfile profile) -> profile;
            case ProfileReading.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static byte[] expected(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        ShippedProfilesTest.class.getResourceAsStream(name + ".hex"))) {
            String digits = new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
            return HexFormat.of().parseHex(digits);
        }
    }
}

package org.yinxin.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.BenchProfiles;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.extension.IdentifyCode;
import org.yinxin.pki.extension.KeyUsages;
import org.yinxin.pki.extension.RegistrationExtension;

/** The same bytes are right under one profile and wrong under another. */
class ProfileRulesTest extends BrokenCertificates {

    private static final String ORGANISATION = BenchProfiles.shipped("organisation-2012");
    private static final ASN1ObjectIdentifier CLIENT =
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.2");

    private void assertRight(CertificateRule rule, TbsCertificate tbs, CertificateProfile profile) {
        assertThat(rule.violation(linted(tbs, profile))).isEmpty();
    }

    private void assertWrong(
            CertificateRule rule, TbsCertificate tbs, CertificateProfile profile, String why) {
        assertThat(rule.violation(linted(tbs, profile))).hasValue(why);
    }

    private static CertificateProfile changed(String from, String to) {
        assertThat(ORGANISATION).contains(from);
        return profile(ORGANISATION.replace(from, to));
    }

    private ExtensionList sound(ExtensionList list) {
        return list.authorityKey(issuer.publicKey())
                .subjectKey(subjectKey)
                .keyUsage(KeyUsages.SIGNING);
    }

    @Test
    void purposes() {
        CertificateRule rule = new PurposesAreTheProfiles();
        String why = "the extended key usage is not the profile's";
        TbsCertificate without = withExtensions(required(subjectKey));
        TbsCertificate with = withExtensions(required(subjectKey).purposes(List.of(CLIENT), false));
        TbsCertificate critical =
                withExtensions(required(subjectKey).purposes(List.of(CLIENT), true));
        CertificateProfile wanting =
                changed(
                        "nonRepudiation]}",
                        "nonRepudiation]}\n    extendedKeyUsage: {purposes: [clientAuth]}");
        assertRight(rule, without, PROFILE);
        assertWrong(rule, with, PROFILE, why);
        assertRight(rule, with, wanting);
        assertWrong(rule, without, wanting, why);
        assertWrong(rule, critical, wanting, why);
        CertificateProfile strict =
                changed(
                        "nonRepudiation]}",
                        "nonRepudiation]}\n"
                                + "    extendedKeyUsage: {critical: true, purposes: [clientAuth]}");
        assertRight(rule, critical, strict);
        assertWrong(
                new RequiredExtensionsArePresent(),
                withExtensions(
                        required(subjectKey)
                                .keyUsage(KeyUsages.SIGNING)
                                .purposes(List.of(CLIENT), true)),
                wanting,
                "the extension 2.5.29.37 is critical");
    }

    @Test
    void policies() {
        CertificateRule rule = new PoliciesAreTheProfiles();
        CertificateProfile pointing =
                changed(
                        "policies: {authority: true}",
                        "policies: {cps: 'http://ca.example/{authority}'}");
        TbsCertificate plain = policies(issuer.policy(), null);
        TbsCertificate pointed = policies(issuer.policy(), "http://ca.example/demo");
        assertRight(rule, plain, PROFILE);
        assertRight(rule, pointed, pointing);
        String pointer = "the pointer to the practice statement is not the profile's";
        assertWrong(rule, pointed, PROFILE, pointer);
        assertWrong(rule, plain, pointing, pointer);
        assertWrong(rule, policies(issuer.policy(), "http://ca.example/other"), pointing, pointer);
        assertWrong(
                rule,
                policies(new ASN1ObjectIdentifier("2.999.8"), null),
                PROFILE,
                "the policies are not the profile's");
        for (PolicyQualifierInfo other :
                List.of(
                        new PolicyQualifierInfo(
                                PolicyQualifierId.id_qt_cps,
                                new DERUTF8String("http://ca.example/demo")),
                        new PolicyQualifierInfo(
                                PolicyQualifierId.id_qt_unotice,
                                new DERIA5String("http://ca.example/demo")))) {
            PolicyInformation policy =
                    new PolicyInformation(issuer.policy(), new DERSequence(other));
            assertWrong(
                    rule,
                    withExtensions(
                            new ExtensionList()
                                    .add(
                                            new Extension(
                                                    Extension.certificatePolicies,
                                                    false,
                                                    Der.encode(new CertificatePolicies(policy))))),
                    pointing,
                    "a policy has another qualifier than the profile's");
        }
    }

    private TbsCertificate policies(ASN1ObjectIdentifier policy, @Nullable String cps) {
        return withExtensions(new ExtensionList().policies(List.of(policy), cps));
    }

    @Test
    void addresses() {
        CertificateRule rule = new AddressesAreTheProfiles();
        String why = "the addresses of status service and issuer are not as the profile tells them";
        TbsCertificate both =
                withExtensions(new ExtensionList().issuerAt("http://a.example/", "http://b/"));
        TbsCertificate one = withExtensions(new ExtensionList().issuerAt(null, "http://b/"));
        CertificateProfile onlyOcsp = changed("{ocsp: true, issuer: true}", "{issuer: false}");
        assertRight(rule, both, PROFILE);
        assertRight(rule, one, onlyOcsp);
        assertWrong(rule, one, PROFILE, why);
        assertWrong(rule, both, onlyOcsp, why);
    }

    @Test
    void what_the_profile_does_without_or_does_not_have() {
        CertificateRule rule = new RequiredExtensionsArePresent();
        CertificateProfile own =
                profile(
                        ORGANISATION
                                .replace("edition: 2012", "edition: mine")
                                .replace("{authority: true}", "{authority: false}")
                                .replace("crl: true", "crl: false"));
        TbsCertificate bare =
                withExtensions(sound(new ExtensionList()).issuerAt("http://a/", "http://b/"));
        assertRight(rule, bare, own);
        assertWrong(rule, bare, PROFILE, "the extension 2.5.29.32 is missing");
        Extension strange =
                new Extension(new ASN1ObjectIdentifier("2.999.9"), false, new byte[] {5, 0});
        assertWrong(
                rule,
                withExtensions(required(subjectKey).keyUsage(KeyUsages.SIGNING).add(strange)),
                PROFILE,
                "the extension 2.999.9 is none of the profile's");
        TbsCertificate identified =
                withExtensions(
                        required(subjectKey)
                                .keyUsage(KeyUsages.SIGNING)
                                .add(new IdentifyCode.Passport("E1").toExtension()));
        assertWrong(
                rule,
                identified,
                PROFILE,
                "the extension 1.2.156.10260.4.1.1 is none of the profile's");
    }

    @Test
    void identifiers() {
        CertificateRule rule = new IdentifiersAreTheProfiles();
        CertificateProfile quiet = profile(BenchProfiles.shipped("natural-person-2012"));
        CertificateProfile telling =
                profile(
                        BenchProfiles.shipped("natural-person-2012")
                                .replace("write: never", "write: always"));
        Extension number = new IdentifyCode.ResidentCard("110101199003070003").toExtension();
        TbsCertificate told = withExtensions(new ExtensionList().add(number));
        TbsCertificate silent = withExtensions(new ExtensionList().subjectKey(subjectKey));
        assertRight(rule, told, telling);
        assertRight(rule, silent, quiet);
        assertWrong(rule, told, quiet, "the profile leaves out the identifier 1.2.156.10260.4.1.1");
        assertWrong(rule, silent, telling, "the identifier 1.2.156.10260.4.1.1 is missing");
        byte[] value = number.getExtnValue().getOctets();
        assertWrong(
                rule,
                withExtensions(
                        new ExtensionList().add(new Extension(number.getExtnId(), true, value))),
                telling,
                "the identifier 1.2.156.10260.4.1.1 is critical");
        byte[] plain =
                RegistrationExtension.ORGANIZATION_CODE
                        .of("110101199003070003")
                        .getExtnValue()
                        .getOctets();
        assertWrong(
                rule,
                withExtensions(
                        new ExtensionList().add(new Extension(number.getExtnId(), false, plain))),
                telling,
                "the identifier 1.2.156.10260.4.1.1 is no IDENTIFY_CODE");
    }

    @Test
    void subjects() {
        CertificateRule rule = new SubjectIsWellWritten();
        TbsCertificate usual =
                tbs(AuthorityBench.subject().toX500Name(), subjectKey, soundExtensions());
        assertRight(rule, usual, PROFILE);
        assertWrong(
                rule,
                usual,
                changed("OU, presence: allowed", "OU, presence: required"),
                "the subject has no OU");
        assertWrong(
                rule,
                usual,
                changed("  - {attribute: ST, presence: allowed}\n", ""),
                "the subject has an unknown, repeated or misplaced attribute");
        for (String stricter : List.of("longest: 3", "string: printable-string")) {
            assertWrong(
                    rule,
                    usual,
                    changed("CN, presence: required", "CN, presence: required, " + stricter),
                    "the subject has an attribute of wrong type or length");
        }
        TbsCertificate otherOrder =
                tbs(
                        name().addRDN(BCStyle.CN, "甲")
                                .addRDN(BCStyle.O, "乙")
                                .addRDN(BCStyle.C, "CN")
                                .build(),
                        subjectKey,
                        soundExtensions());
        CertificateProfile reversed =
                profile(
                        ORGANISATION
                                .replace("edition: 2012", "edition: mine")
                                .replace("{attribute: C, presence", "{attribute: X, presence")
                                .replace("{attribute: CN,", "{attribute: C,")
                                .replace("{attribute: X, presence", "{attribute: CN, presence"));
        assertRight(rule, otherOrder, reversed);
        assertThat(rule.violation(linted(otherOrder, PROFILE))).isPresent();
    }

    @Test
    void validities() {
        CertificateRule rule = new ValidityIsWithinTheAuthoritys();
        TbsCertificate year =
                TbsCertificate.of(
                        content(
                                SerialNumber.random(random),
                                new Validity(START, START.plus(Duration.ofDays(366))),
                                AuthorityBench.subject().toX500Name(),
                                subjectKey,
                                soundExtensions()));
        assertRight(rule, year, changed("months: 132", "months: 12"));
        assertWrong(
                rule,
                year,
                changed("months: 132", "months: 11"),
                "the validity is longer than the profile allows");
    }
}

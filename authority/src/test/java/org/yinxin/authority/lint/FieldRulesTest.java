package org.yinxin.authority.lint;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Test;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.KeyAlgorithm;

/** Takes a sound certificate, breaks one thing in it, and expects the rule for that thing to say so. */
class FieldRulesTest extends BrokenCertificates {

    @Test
    void serials() throws MalformedDerException {
        Time end = utc("2027-11-21T00:00:00Z");
        for (BigInteger serial :
                List.of(
                        BigInteger.ZERO,
                        BigInteger.ONE.negate(),
                        BigInteger.TEN,
                        BigInteger.TWO.pow(159))) {
            assertBroken(new SerialIsSound(), raw(serial, end, false));
        }
    }

    @Test
    void unique_identifiers() throws MalformedDerException {
        assertBroken(
                new VersionIsThree(),
                raw(BigInteger.TWO.pow(100), utc("2027-11-21T00:00:00Z"), true));
    }

    @Test
    void times_in_the_type_of_their_year() throws MalformedDerException {
        Time wrong = Time.getInstance(new DERGeneralizedTime("20271121000000Z"));
        assertBroken(new TimesAreEncodedByYear(), raw(BigInteger.TWO.pow(100), wrong, false));
    }

    @Test
    void validities() {
        for (Validity validity :
                List.of(
                        new Validity(START.minusSeconds(1), START.plusSeconds(9)),
                        new Validity(START, START.plus(Duration.ofDays(21 * 365))))) {
            assertBroken(
                    new ValidityIsWithinTheAuthoritys(),
                    TbsCertificate.of(
                            content(
                                    SerialNumber.random(random),
                                    validity,
                                    issuer.name(),
                                    subjectKey,
                                    soundExtensions())));
        }
    }

    @Test
    void issuers_and_algorithms() {
        X500Name other = new X500Name("C=CN,CN=Other");
        AlgorithmIdentifier otherAlgorithm = KeyAlgorithm.P256.signatureAlgorithm();
        for (CertificateContent content :
                List.of(
                        new CertificateContent(
                                other,
                                SerialNumber.random(random),
                                aYear(),
                                issuer.name(),
                                subjectKey,
                                issuer.signatureAlgorithm(),
                                soundExtensions()),
                        new CertificateContent(
                                issuer.name(),
                                SerialNumber.random(random),
                                aYear(),
                                issuer.name(),
                                subjectKey,
                                otherAlgorithm,
                                soundExtensions()))) {
            assertBroken(new IssuerIsTheAuthority(), TbsCertificate.of(content));
        }
    }

    @Test
    void subjects() {
        for (X500Name subject :
                List.of(
                                name(),
                                name().addRDN(BCStyle.C, new DERPrintableString("CN")),
                                name().addRDN(BCStyle.CN, new DERPrintableString("Printable")),
                                name().addRDN(BCStyle.CN, new DERUTF8String(" ")),
                                name().addRDN(BCStyle.CN, new DERUTF8String("名".repeat(65))),
                                name().addRDN(BCStyle.CN, new DERUTF8String("a\u0000b")),
                                name().addRDN(BCStyle.CN, new DERUTF8String("a"))
                                        .addRDN(BCStyle.O, new DERUTF8String("b")),
                                name().addRDN(BCStyle.O, new DERUTF8String("a"))
                                        .addRDN(BCStyle.O, new DERUTF8String("b"))
                                        .addRDN(BCStyle.CN, new DERUTF8String("c")),
                                name().addRDN(BCStyle.C, new DERUTF8String("CN"))
                                        .addRDN(BCStyle.CN, new DERUTF8String("c")),
                                name().addRDN(BCStyle.SERIALNUMBER, new DERUTF8String("1"))
                                        .addRDN(BCStyle.CN, new DERUTF8String("c")))
                        .stream()
                        .map(X500NameBuilder::build)
                        .toList()) {
            assertBroken(new SubjectIsWellWritten(), tbs(subject, subjectKey, soundExtensions()));
        }
    }
}

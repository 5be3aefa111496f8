package org.yinxin.pki.crl;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyIdentifiers;

/**
 * What a full CRL says. The number only grows (RFC 5280, 5.2.3).
 *
 * @param entries read once, in the order in which they are to appear
 */
public record CrlContent(
        X500Name issuer,
        SubjectPublicKeyInfo issuerKey,
        long number,
        Instant thisUpdate,
        Instant nextUpdate,
        Iterable<CrlEntry> entries) {

    public CrlContent {
        if (number <= 0 || !thisUpdate.isBefore(nextUpdate)) {
            throw new IllegalArgumentException(
                    "a CRL has a positive number and ends after it begins");
        }
    }

    TBSCertList toBeSigned(AlgorithmIdentifier signatureAlgorithm) {
        V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
        generator.setSignature(signatureAlgorithm);
        generator.setIssuer(issuer);
        generator.setThisUpdate(time(thisUpdate));
        generator.setNextUpdate(time(nextUpdate));
        for (CrlEntry entry : entries) {
            generator.addCRLEntry(
                    new ASN1Integer(entry.serial().value()),
                    time(entry.revokedAt()),
                    entry.reason());
        }
        generator.setExtensions(
                new Extensions(
                        new Extension[] {
                            new Extension(
                                    Extension.authorityKeyIdentifier,
                                    false,
                                    Der.encode(
                                            new AuthorityKeyIdentifier(
                                                    KeyIdentifiers.of(issuerKey)))),
                            new Extension(
                                    Extension.cRLNumber,
                                    false,
                                    Der.encode(new CRLNumber(BigInteger.valueOf(number))))
                        }));
        return generator.generateTBSCertList();
    }

    private static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }
}

package org.yinxin.pki.crl;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyIdentifiers;

/**
 * What a CRL says apart from its entries. The number only grows (RFC 5280, 5.2.3).
 *
 * @param base of which full list this one tells the changes (RFC 5280, 5.2.4); null for a full list
 * @param distributionPoint the address to which alone the list belongs: it is about the certificates that name this
 *     address and no others (RFC 5280, 5.2.5); null for a list about all certificates of the issuer
 * @param freshest where the changes since this list are found (RFC 5280, 5.2.6); null for nowhere
 */
public record CrlHead(
        X500Name issuer,
        SubjectPublicKeyInfo issuerKey,
        long number,
        Instant thisUpdate,
        Instant nextUpdate,
        @Nullable Long base,
        @Nullable String distributionPoint,
        @Nullable String freshest) {

    private static final int EXTENSIONS = 0xa0;

    public CrlHead {
        if (number <= 0 || !thisUpdate.isBefore(nextUpdate)) {
            throw new IllegalArgumentException(
                    "a CRL has a positive number and ends after it begins");
        }
        if (base != null && (base <= 0 || base >= number)) {
            throw new IllegalArgumentException("the base of a CRL has a lower number");
        }
        if (base != null && freshest != null) {
            throw new IllegalArgumentException("a delta CRL names no fresher one");
        }
    }

    /** Of a full list about all certificates of the issuer. */
    public static CrlHead full(
            X500Name issuer,
            SubjectPublicKeyInfo issuerKey,
            long number,
            Instant thisUpdate,
            Instant nextUpdate) {
        return new CrlHead(issuer, issuerKey, number, thisUpdate, nextUpdate, null, null, null);
    }

    byte[] thisUpdateEncoded() {
        return time(thisUpdate);
    }

    byte[] nextUpdateEncoded() {
        return time(nextUpdate);
    }

    byte[] extensions() {
        List<Extension> all = new ArrayList<>();
        all.add(
                extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(KeyIdentifiers.of(issuerKey))));
        all.add(extension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number))));
        if (base != null) {
            all.add(
                    extension(
                            Extension.deltaCRLIndicator,
                            true,
                            new CRLNumber(BigInteger.valueOf(base))));
        }
        if (distributionPoint != null) {
            all.add(
                    extension(
                            Extension.issuingDistributionPoint,
                            true,
                            new IssuingDistributionPoint(
                                    at(distributionPoint), false, false, null, false, false)));
        }
        if (freshest != null) {
            all.add(
                    extension(
                            Extension.freshestCRL,
                            false,
                            new CRLDistPoint(
                                    new DistributionPoint[] {
                                        new DistributionPoint(at(freshest), null, null)
                                    })));
        }
        return Der.tagged(EXTENSIONS, Der.encode(new Extensions(all.toArray(Extension[]::new))));
    }

    private static Extension extension(
            ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return new Extension(oid, critical, Der.encode(value));
    }

    private static DistributionPointName at(String address) {
        return new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }

    private static byte[] time(Instant instant) {
        return Der.encode(new Time(Date.from(instant)));
    }
}

package org.yinxin.pki.extension;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.der.Der;

/** Collects the extensions of one certificate, in the order they are added. Each may be added once. */
public final class ExtensionList {

    /** id-kp-cmcCA (RFC 6402, 2.10). */
    private static final ASN1ObjectIdentifier CMC_AUTHORITY =
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.27");

    private final List<Extension> extensions = new ArrayList<>();

    /** Which key of the issuer signs (RFC 5280, 4.2.1.1). */
    public ExtensionList authorityKey(SubjectPublicKeyInfo issuer) {
        return add(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(KeyIdentifiers.of(issuer)));
    }

    /** Which key is certified (RFC 5280, 4.2.1.2). */
    public ExtensionList subjectKey(SubjectPublicKeyInfo subject) {
        return add(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(KeyIdentifiers.of(subject)));
    }

    /** What the key may be used for; critical (GM/T 0015-2012; RFC 5280, 4.2.1.3). */
    public ExtensionList keyUsage(KeyUsages usages) {
        return keyUsage(usages.bits());
    }

    /**
     * The same from the bits.
     *
     * @param bits as the library counts them: the first bit of the encoding is 128
     */
    public ExtensionList keyUsage(int bits) {
        return add(Extension.keyUsage, true, new KeyUsage(bits));
    }

    /** This is an authority, with at most so many authorities below it; critical (RFC 5280, 4.2.1.9). */
    public ExtensionList authority(int pathLength) {
        return add(Extension.basicConstraints, true, new BasicConstraints(pathLength));
    }

    /** The key signs OCSP answers for its issuer, and nobody asks whether it is still good (RFC 6960, 4.2.2.2). */
    public ExtensionList signsOcspAnswers() {
        return add(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .add(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }

    /** For which purposes the key may be used, as far as its usages allow (RFC 5280, 4.2.1.12). */
    public ExtensionList purposes(List<ASN1ObjectIdentifier> purposes, boolean critical) {
        KeyPurposeId[] all =
                purposes.stream().map(KeyPurposeId::getInstance).toArray(KeyPurposeId[]::new);
        return add(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(all));
    }

    /** By which names the subject is reached in the network (RFC 5280, 4.2.1.6). */
    public ExtensionList hostNames(List<String> names) {
        GeneralName[] all =
                names.stream()
                        .map(name -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new);
        return add(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }

    /** The key signs time stamps and nothing else; critical (RFC 3161, 2.3). */
    public ExtensionList signsTimeStamps() {
        return add(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }

    /** The key answers in the name of its issuer to whoever enrols (RFC 9810, 4.5). */
    public ExtensionList answersEnrolment() {
        return add(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.getInstance(CMC_AUTHORITY)));
    }

    /** Under which policies it is issued (RFC 5280, 4.2.1.4). */
    public ExtensionList policies(List<ASN1ObjectIdentifier> policies) {
        return policies(policies, null);
    }

    /**
     * The same, with a pointer to the certification practice statement of the first one (RFC 5280, 4.2.1.4: id-qt-cps).
     *
     * @param cps a URI in characters of IA5String; null for no pointer
     */
    public ExtensionList policies(List<ASN1ObjectIdentifier> policies, @Nullable String cps) {
        PolicyInformation[] all =
                policies.stream().map(PolicyInformation::new).toArray(PolicyInformation[]::new);
        if (cps != null) {
            all[0] =
                    new PolicyInformation(
                            policies.getFirst(), new DERSequence(new PolicyQualifierInfo(cps)));
        }
        return add(Extension.certificatePolicies, false, new CertificatePolicies(all));
    }

    /** Where the CRL is (RFC 5280, 4.2.1.13). */
    public ExtensionList crlAt(String url) {
        DistributionPointName name = new DistributionPointName(new GeneralNames(uri(url)));
        DistributionPoint point = new DistributionPoint(name, null, null);
        return add(
                Extension.cRLDistributionPoints,
                false,
                new CRLDistPoint(new DistributionPoint[] {point}));
    }

    /** Where the issuer's certificate and the status service are, or one of them (RFC 5280, 4.2.2.1). */
    public ExtensionList issuerAt(@Nullable String certificateUrl, @Nullable String ocspUrl) {
        List<AccessDescription> access = new ArrayList<>();
        if (ocspUrl != null) {
            access.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(ocspUrl)));
        }
        if (certificateUrl != null) {
            access.add(
                    new AccessDescription(AccessDescription.id_ad_caIssuers, uri(certificateUrl)));
        }
        return add(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(access.toArray(AccessDescription[]::new)));
    }

    public ExtensionList add(Extension extension) {
        for (Extension present : extensions) {
            // RFC 5280, 4.2: no certificate carries the same extension twice.
            if (present.getExtnId().equals(extension.getExtnId())) {
                throw new IllegalArgumentException("twice: " + extension.getExtnId());
            }
        }
        extensions.add(extension);
        return this;
    }

    public Extensions toExtensions() {
        return new Extensions(extensions.toArray(Extension[]::new));
    }

    private ExtensionList add(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        return add(new Extension(oid, critical, Der.encode(value)));
    }

    private static GeneralName uri(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}

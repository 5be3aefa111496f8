package org.yinxin.authority.outside;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.OptionalValidity;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.extension.RegistrationExtension;

/** The bodies of messages that we send. */
final class Questions {

    private Questions() {}

    /** By the subscriber's own request. */
    static PKIBody pkcs10(byte[] request) {
        return new PKIBody(PKIBody.TYPE_P10_CERT_REQ, CertificationRequest.getInstance(request));
    }

    /**
     * By a template of everything that is ordered. We say that we have verified that the key is the subscriber's (raVerified,
     * RFC 4211, 4): of the signing key by the request, of the encryption key because our key management centre made it.
     *
     * @param type ir or cr
     */
    static PKIBody template(int type, WantedHalf wanted, Optional<X500Name> issuer) {
        CertTemplateBuilder template =
                new CertTemplateBuilder()
                        .setSubject(wanted.subject())
                        .setValidity(
                                new OptionalValidity(
                                        new Time(Date.from(wanted.validity().notBefore())),
                                        new Time(Date.from(wanted.validity().notAfter()))))
                        .setPublicKey(SubjectPublicKeyInfo.getInstance(wanted.key().getEncoded()))
                        .setExtensions(extensions(wanted));
        issuer.ifPresent(template::setIssuer);
        return new PKIBody(
                type,
                new CertReqMessages(
                        new CertReqMsg(
                                new CertRequest(0, template.build(), null),
                                new ProofOfPossession(),
                                null)));
    }

    private static Extensions extensions(WantedHalf wanted) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        try {
            extensions.addExtension(
                    Extension.keyUsage, true, new KeyUsage(wanted.half().usages().bits()));
            if (wanted.organisationCode() != null) {
                extensions.addExtension(
                        RegistrationExtension.ORGANIZATION_CODE.of(wanted.organisationCode()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
        return extensions.generate();
    }

    /** We took the certificate. */
    static PKIBody confirm(byte[] hash, BigInteger number) {
        return confirmation(new CertStatus(hash, number));
    }

    /** We do not want it; the authority is to revoke it (RFC 9810, 5.3.18). */
    static PKIBody decline(byte[] hash, BigInteger number, String why) {
        return confirmation(
                new CertStatus(
                        hash,
                        number,
                        new PKIStatusInfo(
                                PKIStatus.rejection,
                                new PKIFreeText(new DERUTF8String(why)),
                                new PKIFailureInfo(PKIFailureInfo.incorrectData))));
    }

    private static PKIBody confirmation(CertStatus status) {
        return new PKIBody(
                PKIBody.TYPE_CERT_CONFIRM, CertConfirmContent.getInstance(new DERSequence(status)));
    }

    /** Asks again for what was not ready. */
    static PKIBody poll(BigInteger number) {
        return new PKIBody(PKIBody.TYPE_POLL_REQ, new PollReqContent(number));
    }

    /**
     * Asks for another status of a certificate.
     *
     * @param reason the number of a CRLReason (RFC 5280, 5.3.1); 8, removeFromCRL, ends a hold
     */
    static PKIBody revoke(TbsCertificate certificate, int reason) {
        CertTemplate template =
                new CertTemplateBuilder()
                        .setIssuer(certificate.issuer())
                        .setSerialNumber(new ASN1Integer(certificate.serial().value()))
                        .build();
        ExtensionsGenerator entry = new ExtensionsGenerator();
        try {
            entry.addExtension(Extension.reasonCode, false, new ASN1Enumerated(reason));
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
        return new PKIBody(
                PKIBody.TYPE_REVOCATION_REQ,
                new RevReqContent(new RevDetails(template, entry.generate())));
    }
}

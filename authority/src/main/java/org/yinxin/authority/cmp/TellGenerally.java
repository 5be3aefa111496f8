package org.yinxin.authority.cmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.RootCaKeyUpdateContent;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.CrossCertificates;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.PublicKeys;

/**
 * Answers genm, which anybody may send: the certificates of the authorities, the root if the asker has another one, and the
 * kind of keys. What is not known is listed as such.
 */
final class TellGenerally {

    private static final int MOST = 20;

    private final CertificationAuthorities authorities;
    private final CrossCertificates crossCertificates;

    TellGenerally(CertificationAuthorities authorities, CrossCertificates crossCertificates) {
        this.authorities = authorities;
        this.crossCertificates = crossCertificates;
    }

    PKIBody tell(CertificationAuthority authority, CmpMessage message) {
        List<CertificationAuthority> path = authorities.path(authority);
        try {
            InfoTypeAndValue[] asked =
                    Der.interpret(
                            () ->
                                    GenMsgContent.getInstance(message.body().getContent())
                                            .toInfoTypeAndValueArray());
            if (asked.length > MOST) {
                return Bodies.error(PKIFailureInfo.badRequest, "too many questions at once");
            }
            List<InfoTypeAndValue> told = new ArrayList<>();
            ASN1EncodableVector unknown = new ASN1EncodableVector();
            for (InfoTypeAndValue each : orAll(asked)) {
                Optional<InfoTypeAndValue> answer = Der.interpret(() -> tell(path, each));
                answer.ifPresentOrElse(told::add, () -> unknown.add(each.getInfoType()));
            }
            if (unknown.size() > 0) {
                told.add(
                        new InfoTypeAndValue(
                                CMPObjectIdentifiers.it_unsupportedOIDs, new DERSequence(unknown)));
            }
            return new PKIBody(
                    PKIBody.TYPE_GEN_REP, new GenRepContent(told.toArray(InfoTypeAndValue[]::new)));
        } catch (MalformedDerException e) {
            return Bodies.error(PKIFailureInfo.badDataFormat, "the question cannot be read");
        }
    }

    /** Who asks nothing in particular is told all (RFC 9810, 5.3.19). */
    private static List<InfoTypeAndValue> orAll(InfoTypeAndValue[] asked) {
        return asked.length > 0
                ? Arrays.asList(asked)
                : List.of(
                        new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts),
                        new InfoTypeAndValue(CMPObjectIdentifiers.it_signKeyPairTypes));
    }

    private Optional<InfoTypeAndValue> tell(
            List<CertificationAuthority> path, InfoTypeAndValue asked) {
        ASN1ObjectIdentifier kind = asked.getInfoType();
        if (kind.equals(CMPObjectIdentifiers.id_it_caCerts)) {
            ASN1EncodableVector certificates = new ASN1EncodableVector();
            // The root is handed out by other ways than this one (RFC 9810, 5.3.19.14).
            path.subList(0, path.size() - 1)
                    .forEach(each -> certificates.add(structure(each.certificate())));
            return Optional.of(new InfoTypeAndValue(kind, new DERSequence(certificates)));
        }
        if (kind.equals(CMPObjectIdentifiers.id_it_rootCaCert)) {
            return Optional.of(newerRoot(asked, path.getLast()));
        }
        if (kind.equals(CMPObjectIdentifiers.it_signKeyPairTypes)) {
            return Optional.of(
                    new InfoTypeAndValue(
                            kind,
                            new DERSequence(
                                    PublicKeys.algorithmOf(path.getFirst().verificationKey())
                                            .signatureAlgorithm())));
        }
        return Optional.empty();
    }

    /** Whoever has an older root is told by which certificates it and the new one answer for each other (RFC 9810, 5.3.19.15). */
    private InfoTypeAndValue newerRoot(InfoTypeAndValue asked, CertificationAuthority root) {
        byte[] known =
                asked.getInfoValue() == null ? new byte[0] : Der.encode(asked.getInfoValue());
        if (Arrays.equals(known, root.certificate().encoded())) {
            return new InfoTypeAndValue(CMPObjectIdentifiers.id_it_rootCaKeyUpdate);
        }
        CMPCertificate newWithOld = null;
        CMPCertificate oldWithNew = null;
        for (CrossCertificate each : crossCertificates.around(root.code())) {
            boolean isOfTheNew = each.subject().equals(root.code());
            AuthorityCode other = isOfTheNew ? each.issuer() : each.subject();
            if (Arrays.equals(
                    known, authorities.find(other).orElseThrow().certificate().encoded())) {
                CMPCertificate crossing = new CMPCertificate(structure(each.certificate()));
                if (isOfTheNew) {
                    newWithOld = crossing;
                } else {
                    oldWithNew = crossing;
                }
            }
        }
        return new InfoTypeAndValue(
                CMPObjectIdentifiers.id_it_rootCaKeyUpdate,
                new RootCaKeyUpdateContent(
                        new CMPCertificate(structure(root.certificate())), newWithOld, oldWithNew));
    }

    private static Certificate structure(SignedCertificate certificate) {
        return Certificate.getInstance(certificate.encoded());
    }
}

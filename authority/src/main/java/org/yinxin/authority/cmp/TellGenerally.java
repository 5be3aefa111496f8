package org.yinxin.authority.cmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.PublicKeys;

/**
 * Answers genm, which anybody may send: the certificates of the authorities, the root if the asker has another one, and the
 * kind of keys. What is not known is listed as such.
 */
final class TellGenerally {

    private static final int MOST = 20;

    private TellGenerally() {}

    /**
     * Answers.
     *
     * @param chain from the authority's certificate to the root's
     */
    static PKIBody tell(CertificationAuthority authority, CmpMessage message, List<byte[]> chain) {
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
                Optional<InfoTypeAndValue> answer =
                        Der.interpret(() -> tell(authority, each, chain));
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

    private static Optional<InfoTypeAndValue> tell(
            CertificationAuthority authority, InfoTypeAndValue asked, List<byte[]> chain) {
        ASN1ObjectIdentifier kind = asked.getInfoType();
        if (kind.equals(CMPObjectIdentifiers.id_it_caCerts)) {
            ASN1EncodableVector certificates = new ASN1EncodableVector();
            // The root is handed out by other ways than this one (RFC 9810, 5.3.19.14).
            chain.subList(0, chain.size() - 1)
                    .forEach(each -> certificates.add(Certificate.getInstance(each)));
            return Optional.of(new InfoTypeAndValue(kind, new DERSequence(certificates)));
        }
        if (kind.equals(CMPObjectIdentifiers.id_it_rootCaCert)) {
            return Optional.of(newerRoot(asked, chain.getLast()));
        }
        if (kind.equals(CMPObjectIdentifiers.it_signKeyPairTypes)) {
            return Optional.of(
                    new InfoTypeAndValue(
                            kind,
                            new DERSequence(
                                    PublicKeys.algorithmOf(authority.verificationKey())
                                            .signatureAlgorithm())));
        }
        return Optional.empty();
    }

    private static InfoTypeAndValue newerRoot(InfoTypeAndValue asked, byte[] root) {
        boolean isKnown =
                asked.getInfoValue() != null
                        && Arrays.equals(Der.encode(asked.getInfoValue()), root);
        return isKnown
                ? new InfoTypeAndValue(CMPObjectIdentifiers.id_it_rootCaKeyUpdate)
                : new InfoTypeAndValue(
                        CMPObjectIdentifiers.id_it_rootCaKeyUpdate,
                        new DERSequence(Certificate.getInstance(root)));
    }
}

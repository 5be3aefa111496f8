package org.yinxin.authority.cmp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.crmf.AttributeTypeAndValue;
import org.bouncycastle.asn1.crmf.CRMFObjectIdentifiers;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.Controls;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x500.X500Name;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.request.KeyRequest;

/**
 * One certificate that a message asks for.
 *
 * @param number by which the answer refers to it
 * @param subject what the machine calls itself; empty when it does not
 * @param renewal whether it is to follow another one
 * @param renewed the serial of that one, where the message names it
 */
record AskedCertificate(
        ASN1Integer number,
        X500Name subject,
        KeyRequest request,
        boolean renewal,
        Optional<BigInteger> renewed) {

    private static final int SECOND_VERSION = 2;

    static List<AskedCertificate> read(PKIBody body, int version) throws MalformedDerException {
        return Der.interpret(
                () ->
                        body.getType() == PKIBody.TYPE_P10_CERT_REQ
                                ? List.of(pkcs10(body, version))
                                : crmf(body));
    }

    private static AskedCertificate pkcs10(PKIBody body, int version) {
        CertificationRequest request = CertificationRequest.getInstance(body.getContent());
        // A request of PKCS#10 has no number. The third version answers it with -1 (RFC 9810,
        // 5.3.4), and clients of the second expect 0.
        int number = version > SECOND_VERSION ? -1 : 0;
        return new AskedCertificate(
                new ASN1Integer(number),
                request.getCertificationRequestInfo().getSubject(),
                new KeyRequest.Pkcs10(Der.encode(request)),
                false,
                Optional.empty());
    }

    private static List<AskedCertificate> crmf(PKIBody body) {
        boolean renewal = body.getType() == PKIBody.TYPE_KEY_UPDATE_REQ;
        List<AskedCertificate> all = new ArrayList<>();
        for (CertReqMsg each : CertReqMessages.getInstance(body.getContent()).toCertReqMsgArray()) {
            X500Name subject = each.getCertReq().getCertTemplate().getSubject();
            all.add(
                    new AskedCertificate(
                            each.getCertReq().getCertReqId(),
                            subject == null ? new X500Name("") : subject,
                            new KeyRequest.Crmf(Der.encode(each)),
                            renewal,
                            renewed(each.getCertReq().getControls())));
        }
        return all;
    }

    private static Optional<BigInteger> renewed(Controls controls) {
        if (controls != null) {
            for (AttributeTypeAndValue control : controls.toAttributeTypeAndValueArray()) {
                if (control.getType().equals(CRMFObjectIdentifiers.id_regCtrl_oldCertID)) {
                    return Optional.of(
                            CertId.getInstance(control.getValue()).getSerialNumber().getValue());
                }
            }
        }
        return Optional.empty();
    }
}

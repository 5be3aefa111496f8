package org.yinxin.hall.issuance;

import java.security.PublicKey;
import org.yinxin.authority.IssuedPair;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.name.SubjectName;

/** Checks that what the authority answered is what was ordered: the approved subject, these keys. */
final class OrderedPair {

    private OrderedPair() {}

    static void check(
            IssuedPair pair, SubjectName name, PublicKey signingKey, PublicKey encryptionKey) {
        try {
            check(pair.signCertificate(), name, signingKey);
            check(pair.encryptionCertificate(), name, encryptionKey);
        } catch (MalformedDerException | MalformedKeyException e) {
            throw new IllegalStateException("the authority answered no certificate", e);
        }
    }

    private static void check(byte[] der, SubjectName name, PublicKey key)
            throws MalformedDerException, MalformedKeyException {
        TbsCertificate certificate = SignedCertificate.parse(der).tbs();
        if (!certificate.subject().equals(name.toX500Name())
                || !PublicKeys.decode(certificate.publicKey()).equals(key)) {
            throw new IllegalStateException(
                    "certificate " + certificate.serial() + " is not the one that was ordered");
        }
    }
}

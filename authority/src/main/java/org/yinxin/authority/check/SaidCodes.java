package org.yinxin.authority.check;

import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.IdentifierRule;
import org.yinxin.authority.profile.IdentifierRule.Writing;
import org.yinxin.authority.profile.IdentifierSource;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;

/** Reads organisation codes out of certificates. */
final class SaidCodes {

    private static final String UNREADABLE = "unreadable";

    private SaidCodes() {}

    /** Of several extensions that carry it, the first one counts; the others are the lint's business. */
    static SaidCode of(TbsCertificate certificate, CertificateProfile profile) {
        Optional<IdentifierRule> rule =
                profile.identifiers().stream()
                        .filter(each -> each.source() == IdentifierSource.ORGANISATION_CODE)
                        .filter(each -> each.writing() != Writing.NEVER)
                        .findFirst();
        return new SaidCode(
                rule.isPresent(),
                rule.flatMap(
                                each ->
                                        certificate
                                                .extension(each.oid())
                                                .map(extension -> read(each, extension)))
                        .orElse(null));
    }

    private static String read(IdentifierRule rule, Extension extension) {
        try {
            return rule.form().read(extension);
        } catch (MalformedDerException e) {
            return UNREADABLE;
        }
    }
}

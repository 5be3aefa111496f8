package org.yinxin.authority.profile;

import java.util.Map;
import org.yinxin.pki.certificate.TbsCertificate;

/** The very bytes that are to be signed for one order. */
public sealed interface Intended permits IntendedPair, IntendedSingle {

    /** The profile that they were made under, and by which they are judged, now and later. */
    CertificateProfile under();

    /** That profile's name and version, kept with each intent. */
    default String profile() {
        return under().reference().toString();
    }

    /** Each certificate by its use, in the order of the uses. */
    Map<CertificateUse, TbsCertificate> parts();
}

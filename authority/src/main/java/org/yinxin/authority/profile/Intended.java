package org.yinxin.authority.profile;

import java.util.Map;
import org.yinxin.pki.certificate.TbsCertificate;

/** The very bytes that are to be signed for one order. */
public sealed interface Intended permits IntendedPair, IntendedSingle {

    /** The name of the profile, kept with each intent so that it can be linted again by the rules it was made under. */
    String profile();

    /** Each certificate by its use, in the order of the uses. */
    Map<CertificateUse, TbsCertificate> parts();
}

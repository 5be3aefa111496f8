package org.yinxin.authority.outside;

import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.Validity;

/**
 * One certificate that is ordered.
 *
 * @param organisationCode see {@link org.yinxin.authority.PairOrder#organisationCode()}
 */
record WantedHalf(
        Half half,
        X500Name subject,
        @Nullable String organisationCode,
        Validity validity,
        PublicKey key) {}

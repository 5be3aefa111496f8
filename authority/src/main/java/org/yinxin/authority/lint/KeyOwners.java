package org.yinxin.authority.lint;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.authority.OrderId;

/** Which order a public key was certified for. */
public interface KeyOwners {

    /** Whether the key serves anything else than this order: another order, or an authority. */
    boolean isTakenByOther(SubjectPublicKeyInfo key, OrderId order);
}

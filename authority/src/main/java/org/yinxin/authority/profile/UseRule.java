package org.yinxin.authority.profile;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What one of the certificates of a profile is for. Its keyUsage is always critical.
 *
 * @param purposes the extended key usages in their order; empty for no such extension
 * @param purposesCritical whether that extension is critical
 */
public record UseRule(
        Set<KeyUsageBit> usages, List<ASN1ObjectIdentifier> purposes, boolean purposesCritical) {

    public UseRule {
        usages = Set.copyOf(usages);
        purposes = List.copyOf(purposes);
    }

    /** The bits of keyUsage, as the library counts them. */
    public int bits() {
        return KeyUsageBit.bits(usages);
    }
}

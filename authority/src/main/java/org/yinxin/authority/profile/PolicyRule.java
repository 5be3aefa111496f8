package org.yinxin.authority.profile;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.hierarchy.CertificationAuthority;

/**
 * Under which policies certificates are issued.
 *
 * @param authoritys whether the authority's own is among them, as the first
 * @param others further ones
 * @param cps where the certification practice statement of the first one is, in characters of IA5String; {@code {authority}}
 *     in it stands for the authority's code. Null for no pointer
 */
public record PolicyRule(
        boolean authoritys, List<ASN1ObjectIdentifier> others, @Nullable String cps) {

    private static final String AUTHORITY = "{authority}";

    public PolicyRule {
        others = List.copyOf(others);
    }

    /** The policies that certificates of an authority name; empty for no such extension. */
    public List<ASN1ObjectIdentifier> of(CertificationAuthority authority) {
        List<ASN1ObjectIdentifier> all = new ArrayList<>();
        if (authoritys) {
            all.add(authority.policy());
        }
        all.addAll(others);
        return all;
    }

    /** The pointer in certificates of an authority; null for none. */
    public @Nullable String cpsOf(CertificationAuthority authority) {
        return cps == null ? null : cps.replace(AUTHORITY, authority.line().value());
    }

    /** Whether there is such an extension at all. */
    public boolean areSaid() {
        return authoritys || !others.isEmpty();
    }
}

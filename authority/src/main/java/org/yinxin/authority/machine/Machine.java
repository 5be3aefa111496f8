package org.yinxin.authority.machine;

import java.time.Instant;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * A registered machine.
 *
 * @param sealedSecret only {@link MachineSecrets} can open it
 * @param closedAt since when it is let in no more; null while it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Machine(
        MachineName name,
        Entitlement entitlement,
        byte[] sealedSecret,
        Instant registeredAt,
        @Nullable Instant closedAt) {

    /**
     * Whether a request may name this subject: none at all, the registered one, or its common name alone. What is certified
     * is the registered one in any case.
     */
    public boolean mayAskFor(X500Name subject) {
        if (subject.getRDNs().length == 0 || subject.equals(entitlement.subject().toX500Name())) {
            return true;
        }
        RDN only = subject.getRDNs()[0];
        return subject.getRDNs().length == 1
                && !only.isMultiValued()
                && only.getFirst().getType().equals(BCStyle.CN)
                && IETFUtils.valueToString(only.getFirst().getValue())
                        .equals(
                                IETFUtils.valueToString(
                                        entitlement
                                                .subject()
                                                .toX500Name()
                                                .getRDNs(BCStyle.CN)[0]
                                                .getFirst()
                                                .getValue()));
    }
}

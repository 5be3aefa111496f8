package org.yinxin.authority.cmp;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.authority.machine.Machine;
import org.yinxin.pki.certificate.SignedCertificate;

/** Who sent a message, as far as it proves that. */
sealed interface Sender {

    /** A machine that has proved to be it. */
    sealed interface Proved extends Sender {
        Machine machine();
    }

    /** The message carries a code that was computed with the machine's secret. */
    record BySecret(Machine machine, AlgorithmIdentifier algorithm) implements Proved {}

    /** The message is signed with the key of one of the machine's certificates, which is valid. */
    record ByCertificate(Machine machine, SignedCertificate certificate) implements Proved {}

    /** The message says nothing about it. */
    record Anybody() implements Sender {}

    /**
     * The message claims what it does not prove.
     *
     * @param failure a bit of {@link org.bouncycastle.asn1.cmp.PKIFailureInfo}
     */
    record Unproved(int failure, String sentence) implements Sender {}
}

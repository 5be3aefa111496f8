package org.yinxin.keyagent.medium;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A container as anybody may see it: nothing in it is secret.
 *
 * @param signingRequest DER; the same as long as the container lives, so that an interrupted application can go on
 * @param certificates null until they are installed
 */
@SuppressWarnings("ArrayRecordComponent") // views are not compared
public record ContainerView(
        ContainerId id,
        PublicKey signingKey,
        byte[] signingRequest,
        @Nullable CertificatePair certificates) {

    /** Both certificates, DER. */
    @SuppressWarnings("ArrayRecordComponent")
    public record CertificatePair(byte[] sign, byte[] encryption) {}
}

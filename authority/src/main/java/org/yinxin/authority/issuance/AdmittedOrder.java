package org.yinxin.authority.issuance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;

/** An order whose request proves possession and whose values can be put into certificates. */
record AdmittedOrder(PairOrderId id, CertificationAuthority authority, PairSubject subject) {

    /**
     * SM3 over what makes the order the one it is. The validity is not among it: a caller that asks again later may
     * well compute another start, and means the same order.
     */
    byte[] content() {
        return Sm3.digest(
                framed(text(authority.code().value())),
                framed(Der.encode(subject.name().toX500Name())),
                framed(text(subject.organisationCode())),
                framed(subject.signingKey().getEncoded()),
                framed(subject.encryptionKey().getEncoded()));
    }

    private static byte[] text(@Nullable String value) {
        return value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    }

    // A length before each part keeps the end of one from passing for the beginning of the next.
    private static byte[] framed(byte[] part) {
        return ByteBuffer.allocate(Integer.BYTES + part.length)
                .putInt(part.length)
                .put(part)
                .array();
    }
}

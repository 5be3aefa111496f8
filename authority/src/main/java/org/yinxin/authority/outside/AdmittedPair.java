package org.yinxin.authority.outside;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.PairOrderId;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequest;

/** An order whose request proves possession and whose values can be asked for. */
record AdmittedPair(
        PairOrderId id,
        AuthorityCode authority,
        SubjectName subject,
        @Nullable String organisationCode,
        Validity validity,
        SigningRequest request,
        PublicKey encryptionKey) {

    PublicKey signingKey() {
        return request.publicKey();
    }

    WantedHalf wanted(Half half) {
        return new WantedHalf(
                half,
                subject.toX500Name(),
                organisationCode,
                validity,
                switch (half) {
                    case SIGNING -> signingKey();
                    case ENCRYPTION -> encryptionKey;
                });
    }

    /** SM3 over what makes the order the one it is; the validity is not among it, as in the local cycle. */
    byte[] content() {
        return Sm3.digest(
                Stream.of(
                                authority.value().getBytes(StandardCharsets.UTF_8),
                                Der.encode(subject.toX500Name()),
                                (organisationCode == null ? "" : organisationCode)
                                        .getBytes(StandardCharsets.UTF_8),
                                signingKey().getEncoded(),
                                encryptionKey.getEncoded())
                        .map(AdmittedPair::framed)
                        .toArray(byte[][]::new));
    }

    // A length before each part keeps the end of one from passing for the beginning of the next.
    private static byte[] framed(byte[] part) {
        return ByteBuffer.allocate(Integer.BYTES + part.length)
                .putInt(part.length)
                .put(part)
                .array();
    }
}

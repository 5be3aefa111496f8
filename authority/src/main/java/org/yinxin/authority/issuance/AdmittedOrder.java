package org.yinxin.authority.issuance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.CertificateOrderId;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.PairOrderId;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.PairSubject;
import org.yinxin.authority.profile.SingleSubject;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.key.Sm3;

/** An order whose request proves possession and whose values can be put into certificates. */
sealed interface AdmittedOrder {

    OrderId id();

    CertificationAuthority authority();

    /**
     * SM3 over what makes the order the one it is. The validity is not among it: a caller that asks again later may
     * well compute another start, and means the same order. Neither is the generation, nor the version of the profile: they
     * may be others meanwhile. Nor is the number of an identity document, which could be found from a digest by trying.
     */
    byte[] content();

    /** An order for a pair. */
    record AdmittedPair(PairOrderId id, CertificationAuthority authority, PairSubject subject)
            implements AdmittedOrder {
        @Override
        public byte[] content() {
            List<byte[]> parts = new ArrayList<>();
            // Orders were of organisations before they said whom they name, and are still what they
            // were.
            if (subject.profile().serves() != SubjectKind.ORGANISATION) {
                parts.add(text(subject.profile().serves().name()));
            }
            parts.add(text(authority.line().value()));
            parts.add(Der.encode(subject.name().toX500Name()));
            parts.add(text(subject.identifiers().organisationCode()));
            parts.add(subject.signingKey().getEncoded());
            parts.add(subject.encryptionKey().getEncoded());
            return digest(parts);
        }
    }

    /** An order for one certificate. */
    record AdmittedSingle(
            CertificateOrderId id, CertificationAuthority authority, SingleSubject subject)
            implements AdmittedOrder {
        @Override
        public byte[] content() {
            List<byte[]> parts = new ArrayList<>();
            parts.add(text(subject.kind().name()));
            parts.add(text(authority.line().value()));
            parts.add(Der.encode(subject.name().toX500Name()));
            parts.add(text(subject.identifiers().organisationCode()));
            parts.add(subject.key().getEncoded());
            subject.hostNames().forEach(name -> parts.add(text(name)));
            return digest(parts);
        }
    }

    private static byte[] digest(List<byte[]> parts) {
        return Sm3.digest(parts.stream().map(AdmittedOrder::framed).toArray(byte[][]::new));
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

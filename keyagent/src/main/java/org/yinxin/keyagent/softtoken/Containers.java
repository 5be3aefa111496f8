package org.yinxin.keyagent.softtoken;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.keyagent.medium.ContainerId;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.pki.envelope.EnvelopeFault;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.PublicKeys;

/** From what is stored to what is shown. */
final class Containers {

    private Containers() {}

    static ContainerView view(TokenFile.Container container) {
        try {
            return new ContainerView(
                    new ContainerId(container.id()),
                    PublicKeys.fromSm2Point(container.signingPoint()),
                    container.signingRequest(),
                    pairOf(container));
        } catch (MalformedKeyException e) {
            throw new IllegalStateException("the token file holds a broken point", e);
        }
    }

    private static ContainerView.@Nullable CertificatePair pairOf(TokenFile.Container container) {
        byte[] sign = container.signCertificate();
        byte[] encryption = container.encryptionCertificate();
        return sign == null || encryption == null
                ? null
                : new ContainerView.CertificatePair(sign, encryption);
    }

    static KeyAnswer<TokenFile.Container> one(TokenFile file, ContainerId container) {
        return file.container(container.value())
                .map(KeyAnswer::done)
                .orElseGet(() -> KeyAnswer.refused(KeyRefusal.UNKNOWN_CONTAINER));
    }

    static <T> KeyAnswer<T> orDamaged(Optional<T> value) {
        return value.map(KeyAnswer::done).orElseGet(() -> KeyAnswer.refused(KeyRefusal.DAMAGED));
    }

    static KeyRefusal refusalOf(EnvelopeFault fault) {
        return switch (fault) {
            // Nobody signs the form of envelope that is opened here.
            case MALFORMED, UNSUPPORTED_CIPHER, UNKNOWN_SIGNER, BAD_SIGNATURE ->
                    KeyRefusal.MALFORMED_ENVELOPE;
            case WRONG_KEY -> KeyRefusal.ENVELOPE_OF_ANOTHER_KEY;
            case PUBLIC_KEY_MISMATCH -> KeyRefusal.ENVELOPE_NOT_OF_CERTIFICATE;
        };
    }
}

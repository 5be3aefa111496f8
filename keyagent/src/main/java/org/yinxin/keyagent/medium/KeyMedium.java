package org.yinxin.keyagent.medium;

import java.util.List;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.name.SubjectName;

/**
 * The port to a kind of key medium. Everything that uses a private key asks for the PIN anew; a wrong one is counted by the
 * medium and locks it in the end. Implementations are safe for use by several threads.
 */
public interface KeyMedium {

    /** A word for the kind of medium, such as {@code soft}. */
    String kind();

    List<TokenView> tokens();

    KeyAnswer<List<ContainerView>> containers(TokenId token);

    KeyAnswer<ContainerView> container(TokenId token, ContainerId container);

    /** Makes a token, where the medium can be made and is not bought. */
    KeyAnswer<TokenView> makeToken(String label, Pin pin);

    /** Pins the hall that may let the PIN be reset, once; another one is refused from then on. */
    KeyAnswer<TokenView> pinHall(TokenId token, Pin pin, HallKeys hall);

    /** Asks the pinned hall for a grant; a question that was asked before is answered by no grant any more. */
    KeyAnswer<UnlockChallenge> askUnlock(TokenId token);

    /** Sets a new PIN by a grant of the pinned hall, which is good once; the count of wrong PINs begins anew. */
    KeyAnswer<TokenView> unlock(TokenId token, byte[] statement, byte[] signature, Pin newPin);

    /** Makes a container with a new signing key pair inside, and a request for its certificate. */
    KeyAnswer<ContainerView> makeContainer(TokenId token, Pin pin, SubjectName subject);

    /**
     * Takes the pair of certificates and the encryption key in, after checking that all of them belong to this container.
     * Done twice with the same certificates, it is as done once.
     */
    KeyAnswer<ContainerView> install(
            TokenId token,
            ContainerId container,
            Pin pin,
            byte[] signCertificate,
            byte[] encryptionCertificate,
            Sm2EnvelopedKey envelope);

    /** Signs with SM3withSM2; the answer is the signature in DER. */
    KeyAnswer<byte[]> sign(TokenId token, ContainerId container, Pin pin, byte[] content);

    /** Opens an SM2Cipher (DER) made for the encryption certificate. */
    KeyAnswer<byte[]> decrypt(TokenId token, ContainerId container, Pin pin, byte[] cipher);
}

package org.yinxin.authority.outside;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.yinxin.authority.AuthorityCode;

/**
 * One outside authority: {@code yinxin.authority.outside.CODE.*}.
 *
 * @param address where it takes messages of CMP
 * @param credential by what it knows us
 * @param trustFile PEM: the certificates that what it issues and signs must lead to, and no others
 * @param answerFile PEM: certificates whose signatures under its messages are believed without looking further
 * @param recipient its name, for the header of messages and the names of whoever signs its answers
 * @param issuer the name that its certificates must have as issuer
 */
record OutsideSettings(
        AuthorityCode code,
        URI address,
        Credential credential,
        Path trustFile,
        Optional<Path> answerFile,
        Optional<X500Name> recipient,
        Optional<X500Name> issuer,
        Forms forms,
        Limits limits) {

    /** By what the authority knows us. */
    sealed interface Credential {

        /**
         * A secret that both know.
         *
         * @param reference how the authority calls it (senderKID)
         * @param file of mode 600; its first line is the secret
         * @param pbmac1 protect by PBMAC1 and not by the older password-based MAC
         */
        record Secret(String reference, Path file, boolean pbmac1) implements Credential {}

        /**
         * A certificate of ours that the authority knows.
         *
         * @param certificateFile PEM: the certificate, then what leads from it to its root
         * @param keyFile PEM of mode 600: its private key, not encrypted
         */
        record Certificate(Path certificateFile, Path keyFile) implements Credential {}
    }

    /**
     * How things are asked for.
     *
     * @param signingProfile names the profile of the certificate (RFC 9810, 5.1.1.4), where the authority knows profiles
     */
    record Forms(
            SigningForm signing,
            boolean encryptionByIr,
            boolean implicitConfirm,
            Optional<String> signingProfile,
            Optional<String> encryptionProfile) {}

    /** How the signing certificate is asked for. */
    enum SigningForm {
        /** {@link #P10CR} when the request names the approved subject, {@link #CR} otherwise. */
        AUTO,
        /** By the subscriber's own PKCS#10, which proves possession to the authority itself. */
        P10CR,
        /** By a template of the approved subject; that the subscriber has the key we say that we have verified. */
        CR,
        /** The same as an initialisation request, which some authorities want for the first certificate. */
        IR
    }

    /**
     * How long is waited for what.
     *
     * @param connect for a connection
     * @param answer for a whole answer
     * @param patience how long a call of the hall is kept while the authority wants to be asked again
     * @param pollWithin after how long an order that the authority keeps waiting is given up
     * @param resumeWithin after how long an order that was cut off between its two halves is given up
     * @param slack by how much a validity may begin earlier or end earlier than ordered
     */
    record Limits(
            Duration connect,
            Duration answer,
            Duration patience,
            Duration pollWithin,
            Duration resumeWithin,
            Duration slack) {

        /** How long one question, from its record to the record of its answer, may take before it counts as cut off. */
        Duration oneQuestion() {
            return connect.plus(answer).plusSeconds(30);
        }
    }
}

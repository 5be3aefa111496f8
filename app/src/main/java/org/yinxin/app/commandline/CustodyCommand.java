package org.yinxin.app.commandline;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.yinxin.app.commandline.Command.Ca.Claimant;
import org.yinxin.pki.certificate.SerialNumber;

/** See what became of the encryption keys in custody, and let one out when two custodians want it. */
public sealed interface CustodyCommand extends Command {

    /** The hall whose custody it is. */
    Serve hall();

    /** The two ways out that take two custodians. */
    enum Act {
        RECOVERY,
        EXPORT;

        /** As it is typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which form a key is written to a file. */
    enum Form {
        /** SM2EnvelopedKey. */
        SM2,
        /** ENVELOPEDKEYBLOB whose field holds 32 encrypted octets. */
        SKF,
        /** ENVELOPEDKEYBLOB whose field holds 64. */
        SKF_64,
        /** SignedAndEnvelopedData. */
        SIGNED;

        /** As it is typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Name the keys of the pair that has a certificate with this serial. */
    record FindBySerial(Serve hall, SerialNumber serial) implements CustodyCommand {}

    /**
     * Name the keys of a subscriber.
     *
     * @param code of the organisation, or the number of the person's document
     */
    record FindByCode(Serve hall, String code) implements CustodyCommand {}

    /** Tell the life of a key. */
    record History(Serve hall, UUID key) implements CustodyCommand {}

    /**
     * Ask for a key on a new token.
     *
     * @param serial of the signing certificate on the new token
     */
    record AskRecovery(Serve hall, UUID key, SerialNumber serial, String reason, Claimant by)
            implements CustodyCommand {}

    /**
     * Ask for a key that an authority demands.
     *
     * @param recipient the file of its certificate
     * @param authority who demands it
     * @param document the number of the document by which it does
     */
    record AskExport(
            Serve hall, UUID key, Path recipient, String authority, String document, Claimant by)
            implements CustodyCommand {}

    /** Approve what another has asked for. */
    record Approve(Serve hall, Act act, UUID request, Claimant by) implements CustodyCommand {}

    /** Write the key to a file, sealed for its recipient. */
    record Give(Serve hall, Act act, UUID request, Form form, Path out, Claimant by)
            implements CustodyCommand {}

    /** Name the requests that can still be approved or used. */
    record ListOpen(Serve hall, Act act) implements CustodyCommand {}
}

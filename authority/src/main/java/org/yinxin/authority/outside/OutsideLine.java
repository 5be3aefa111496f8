package org.yinxin.authority.outside;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.yinxin.authority.outside.PostMessage.Delivery;
import org.yinxin.pki.der.Der;

/** An outside authority that is ready to be asked: its files have been read. */
final class OutsideLine {

    private static final int OCTETS = 16;

    private final OutsideSettings settings;
    private final Protection protection;
    private final BelieveAnswer believe;
    private final PostMessage post;
    private final SecureRandom random;
    private final Clock clock;

    OutsideLine(
            OutsideSettings settings,
            Protection protection,
            BelieveAnswer believe,
            PostMessage post,
            SecureRandom random,
            Clock clock) {
        this.settings = settings;
        this.protection = protection;
        this.believe = believe;
        this.post = post;
        this.random = random;
        this.clock = clock;
    }

    OutsideSettings settings() {
        return settings;
    }

    TrustAnchors anchors() {
        return believe.anchors();
    }

    /**
     * The first message of a transaction.
     *
     * @param profile of the certificate that is asked for
     */
    Question first(PKIBody body, boolean implicitConfirm, Optional<String> profile) {
        ProtectedPKIMessageBuilder message = builder(body);
        if (implicitConfirm) {
            message.addGeneralInfo(
                    new InfoTypeAndValue(
                            CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
        }
        profile.ifPresent(
                name ->
                        message.addGeneralInfo(
                                new InfoTypeAndValue(
                                        CMPObjectIdentifiers.id_it_certProfile,
                                        new DERSequence(new DERUTF8String(name)))));
        return question(message, octets());
    }

    /**
     * A later message of a transaction.
     *
     * @param nonce what the authority's last message wants repeated
     */
    Question next(byte[] transaction, byte[] nonce, PKIBody body) {
        ProtectedPKIMessageBuilder message = builder(body);
        if (nonce.length > 0) {
            message.setRecipNonce(nonce);
        }
        return question(message, transaction);
    }

    private ProtectedPKIMessageBuilder builder(PKIBody body) {
        return new ProtectedPKIMessageBuilder(
                        PKIHeader.CMP_2000,
                        new GeneralName(protection.sender()),
                        new GeneralName(settings.recipient().orElse(new X500Name(""))))
                .setMessageTime(Date.from(clock.instant()))
                .setBody(body);
    }

    private Question question(ProtectedPKIMessageBuilder message, byte[] transaction) {
        byte[] nonce = octets();
        try {
            return new Question(
                    transaction,
                    nonce,
                    Der.encode(
                            protection
                                    .protect(
                                            message.setTransactionID(transaction)
                                                    .setSenderNonce(nonce))
                                    .toASN1Structure()));
        } catch (CMPException e) {
            throw new IllegalStateException("a message of our own can be protected", e);
        }
    }

    private byte[] octets() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return octets;
    }

    /** Sends it and waits; never inside a transaction. */
    Heard ask(Question question) {
        return switch (post.post(settings.address(), settings.limits(), question.message())) {
            case Delivery.Answered(byte[] answer) ->
                    believe.hear(question, answer, clock.instant());
            case Delivery.NotSent(String why) -> new Heard.NotSent(why);
            case Delivery.Silent(String why) -> new Heard.InDoubt(why, new byte[0]);
        };
    }
}

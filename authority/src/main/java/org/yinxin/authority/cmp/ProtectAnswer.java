package org.yinxin.authority.cmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.hierarchy.CertificationAuthorities;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.machine.MachineSecrets;
import org.yinxin.authority.unit.OpenUnit;
import org.yinxin.authority.unit.OpenUnits;
import org.yinxin.authority.unit.UnitTask;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.extension.KeyIdentifiers;
import org.yinxin.pki.key.KeyContentSigner;

/**
 * Puts an answer into a message and protects it: by the secret where the question was, and otherwise by the signature of the
 * unit that the authority has certified for that. Before there is such a unit, errors go out without protection.
 */
final class ProtectAnswer {

    private static final GeneralName NOBODY = new GeneralName(new X500Name(""));

    private final CertificationAuthorities authorities;
    private final OpenUnits units;
    private final MachineSecrets secrets;
    private final SecretCodes codes;
    private final Clock clock;

    ProtectAnswer(
            CertificationAuthorities authorities,
            OpenUnits units,
            MachineSecrets secrets,
            SecretCodes codes,
            Clock clock) {
        this.authorities = authorities;
        this.units = units;
        this.secrets = secrets;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Answers the whole message in DER.
     *
     * @param question null when it could not be read
     */
    byte[] protect(
            CertificationAuthority authority,
            @Nullable CmpMessage question,
            Sender sender,
            byte[] nonce,
            PKIBody body) {
        try {
            if (sender instanceof Sender.BySecret(var machine, var algorithm)) {
                byte[] name = machine.name().value().getBytes(StandardCharsets.US_ASCII);
                return Der.encode(
                        builder(authority.name(), question, nonce, body)
                                .setSenderKID(name)
                                .build(codes.answering(algorithm, secrets.open(machine)))
                                .toASN1Structure());
            }
            Optional<OpenUnit> unit = units.find(authority, UnitTask.ENROLMENT);
            return unit.isPresent()
                    ? signed(authority, unit.get(), question, nonce, body)
                    : unprotected(authority, question, nonce);
        } catch (CMPException | IOException e) {
            throw new IllegalStateException("an answer of our own can be protected", e);
        }
    }

    private byte[] signed(
            CertificationAuthority authority,
            OpenUnit unit,
            @Nullable CmpMessage question,
            byte[] nonce,
            PKIBody body)
            throws CMPException, IOException {
        ProtectedPKIMessageBuilder builder =
                builder(unit.certificate().tbs().subject(), question, nonce, body)
                        .setSenderKID(KeyIdentifiers.of(unit.certificate().tbs().publicKey()))
                        .addCMPCertificate(new X509CertificateHolder(unit.certificate().encoded()));
        for (byte[] each : authorities.chain(authority)) {
            builder.addCMPCertificate(new X509CertificateHolder(each));
        }
        return Der.encode(builder.build(new KeyContentSigner(unit.key())).toASN1Structure());
    }

    private ProtectedPKIMessageBuilder builder(
            X500Name sender, @Nullable CmpMessage question, byte[] nonce, PKIBody body) {
        ProtectedPKIMessageBuilder builder =
                new ProtectedPKIMessageBuilder(
                                version(question), new GeneralName(sender), recipient(question))
                        .setMessageTime(Date.from(clock.instant()))
                        .setSenderNonce(nonce)
                        .setBody(body);
        if (question != null) {
            if (question.transaction().length > 0) {
                builder.setTransactionID(question.transaction());
            }
            if (question.senderNonce().length > 0) {
                builder.setRecipNonce(question.senderNonce());
            }
            if (bringsCertificate(body)
                    && question.asksFor(CMPObjectIdentifiers.it_implicitConfirm)) {
                builder.addGeneralInfo(
                        new InfoTypeAndValue(
                                CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
            }
        }
        return builder;
    }

    /** Nothing but a fault goes out unprotected; what was done is told to whoever asks again. */
    private byte[] unprotected(
            CertificationAuthority authority, @Nullable CmpMessage question, byte[] nonce) {
        PKIHeaderBuilder header =
                new PKIHeaderBuilder(
                                version(question),
                                new GeneralName(authority.name()),
                                recipient(question))
                        .setMessageTime(new DERGeneralizedTime(Date.from(clock.instant())))
                        .setSenderNonce(nonce);
        if (question != null) {
            header.setTransactionID(question.transaction()).setRecipNonce(question.senderNonce());
        }
        return Der.encode(
                new PKIMessage(
                        header.build(),
                        Bodies.error(
                                PKIFailureInfo.systemUnavail,
                                "nobody is certified yet to sign this answer")));
    }

    private static boolean bringsCertificate(PKIBody body) {
        return switch (body.getType()) {
            case PKIBody.TYPE_INIT_REP, PKIBody.TYPE_CERT_REP, PKIBody.TYPE_KEY_UPDATE_REP -> true;
            default -> false;
        };
    }

    private static int version(@Nullable CmpMessage question) {
        return question != null && question.version() == PKIHeader.CMP_2021
                ? PKIHeader.CMP_2021
                : PKIHeader.CMP_2000;
    }

    private static GeneralName recipient(@Nullable CmpMessage question) {
        return question == null ? NOBODY : question.header().getSender();
    }
}

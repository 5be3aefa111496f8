package org.yinxin.authority.cmp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.machine.AdmitMachine;
import org.yinxin.authority.machine.Machine;
import org.yinxin.authority.machine.MachineCertificates;
import org.yinxin.authority.machine.MachineCertificates.Owned;
import org.yinxin.authority.machine.MachineSecrets;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.der.Der;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.Signatures;

/**
 * Finds out who sent a message. Whoever cannot be believed is told so in the same words, whether the machine is unknown,
 * closed, of another authority, or its proof is wrong.
 */
final class IdentifySender {

    private static final Sender UNPROVED =
            new Sender.Unproved(
                    PKIFailureInfo.badMessageCheck,
                    "the message does not prove that a registered machine has sent it");

    private final AdmitMachine admitMachine;
    private final MachineSecrets secrets;
    private final MachineCertificates certificates;
    private final SecretCodes codes;
    private final Clock clock;

    IdentifySender(
            AdmitMachine admitMachine,
            MachineSecrets secrets,
            MachineCertificates certificates,
            SecretCodes codes,
            Clock clock) {
        this.admitMachine = admitMachine;
        this.secrets = secrets;
        this.certificates = certificates;
        this.codes = codes;
        this.clock = clock;
    }

    Sender identify(CertificationAuthority authority, CmpMessage message) {
        AlgorithmIdentifier algorithm = message.protectionAlgorithm();
        if (algorithm == null || message.protection().length == 0) {
            return new Sender.Anybody();
        }
        Optional<Sender> sender =
                codes.knows(algorithm)
                        ? bySecret(authority, message, algorithm)
                        : byCertificate(authority, message, algorithm);
        return sender.orElse(UNPROVED);
    }

    private Optional<Sender> bySecret(
            CertificationAuthority authority, CmpMessage message, AlgorithmIdentifier algorithm) {
        return admitMachine
                .open(new String(message.senderKey(), StandardCharsets.UTF_8))
                .filter(machine -> isOf(authority, machine))
                .filter(
                        machine ->
                                codes.matches(
                                        algorithm,
                                        secrets.open(machine),
                                        message.protectedPart(),
                                        message.protection()))
                .map(machine -> new Sender.BySecret(machine, algorithm));
    }

    private Optional<Sender> byCertificate(
            CertificationAuthority authority, CmpMessage message, AlgorithmIdentifier algorithm) {
        CMPCertificate[] sent = message.certificates();
        if (sent.length == 0 || !sent[0].isX509v3PKCert()) {
            return Optional.empty();
        }
        try {
            // RFC 9810, 5.1: the certificate that the message is protected with comes first.
            SignedCertificate certificate =
                    SignedCertificate.parse(Der.encode(sent[0].getX509v3PKCert()));
            Optional<Owned> owned =
                    certificates
                            .owned(authority.line(), certificate)
                            .filter(each -> each.isValid(clock.instant()));
            if (owned.isEmpty()
                    || !Signatures.verify(
                            certificate.tbs().verificationKey(),
                            algorithm,
                            message.protectedPart(),
                            message.protection())) {
                return Optional.empty();
            }
            return admitMachine
                    .open(owned.get().machine().value())
                    .filter(machine -> isOf(authority, machine))
                    .map(machine -> new Sender.ByCertificate(machine, certificate));
        } catch (MalformedDerException | MalformedKeyException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(CertificationAuthority authority, Machine machine) {
        return machine.entitlement().authority().equals(authority.line());
    }
}

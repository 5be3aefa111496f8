package org.yinxin.bench.fuzz;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.yinxin.app.wiring.World;
import org.yinxin.pki.certificate.CertificateContent;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.EnvelopeSigner;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder.SignedAndEnveloped;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder.SkfBlob;
import org.yinxin.pki.envelope.KeyEnvelopeEncoder.Sm2Enveloped;
import org.yinxin.pki.envelope.SkfKeyField;
import org.yinxin.pki.extension.ExtensionList;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.SoftwareSigningKey;

/** Envelopes with an encryption key, each input in all forms; what opens holds the key that was put in. */
final class EnvelopeTarget implements Target {

    private final KeyPair recipient = KeyPairs.generate(KeyAlgorithm.SM2, World.random());
    private final KeyPair inside = KeyPairs.generate(KeyAlgorithm.SM2, World.random());
    private final List<KeyEnvelopeEncoder> forms;

    EnvelopeTarget() {
        KeyPair signer = KeyPairs.generate(KeyAlgorithm.SM2, World.random());
        this.forms =
                List.of(
                        new Sm2Enveloped(),
                        new SkfBlob(SkfKeyField.OCTETS_32),
                        new SignedAndEnveloped(
                                new EnvelopeSigner(
                                        new SoftwareSigningKey(signer), certificate(signer)),
                                certificate(recipient)));
    }

    private static SignedCertificate certificate(KeyPair pair) {
        SoftwareSigningKey key = new SoftwareSigningKey(pair);
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        X500Name name = new X500Name("CN=fuzz.example");
        Instant now = World.clock(0).instant();
        return SignedCertificate.sign(
                TbsCertificate.of(
                        new CertificateContent(
                                name,
                                SerialNumber.random(World.random()),
                                new Validity(now, now.plus(Duration.ofDays(1))),
                                name,
                                info,
                                key.signatureAlgorithm(),
                                new ExtensionList().subjectKey(info).toExtensions())),
                key);
    }

    @Override
    public List<byte[]> seeds() {
        return forms.stream()
                .map(form -> form.seal(recipient.getPublic(), inside, World.random()).encoded())
                .toList();
    }

    @Override
    public String feed(byte[] input) throws Crash {
        StringBuilder answers = new StringBuilder();
        for (KeyEnvelopeEncoder form : forms) {
            answers.append(form.getClass().getSimpleName()).append(' ').append(open(form, input));
            answers.append("; ");
        }
        return answers.toString();
    }

    private String open(KeyEnvelopeEncoder form, byte[] input) throws Crash {
        try {
            KeyPair opened = form.open(input, recipient.getPrivate());
            if (!Objects.equals(opened.getPublic(), inside.getPublic())) {
                throw new Crash("another key than was put in comes out");
            }
            return "OPENED";
        } catch (EnvelopeException e) {
            return e.fault().toString();
        }
    }
}

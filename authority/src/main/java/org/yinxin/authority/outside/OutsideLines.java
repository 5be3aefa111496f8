package org.yinxin.authority.outside;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.cmp.SecretCodes;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.outside.OutsideSettings.Credential;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.key.MalformedKeyException;
import org.yinxin.pki.key.SoftwareSigningKey;

/** The outside authorities that are set up, and how each is asked. */
final class OutsideLines {

    private final Map<AuthorityCode, OutsideSettings> settings;
    private final Map<AuthorityCode, PostMessage> posts = new HashMap<>();
    private final SecureRandom random;
    private final Clock clock;

    OutsideLines(Map<AuthorityCode, OutsideSettings> settings, SecureRandom random, Clock clock) {
        this.settings = Map.copyOf(settings);
        this.random = random;
        this.clock = clock;
        settings.forEach((code, each) -> posts.put(code, new PostMessage(each.limits().connect())));
    }

    Set<AuthorityCode> codes() {
        return settings.keySet();
    }

    Optional<OutsideSettings> settings(AuthorityCode code) {
        return Optional.ofNullable(settings.get(code));
    }

    /**
     * Reads the files, which may have been changed since, and makes ready.
     *
     * @throws KeyStoreUnavailableException saying which file to mend
     */
    OutsideLine open(AuthorityCode code) {
        OutsideSettings one = Objects.requireNonNull(settings.get(code));
        SecretCodes codes = new SecretCodes(random);
        Protection protection = protection(one.credential(), codes);
        List<SignedCertificate> pinned =
                one.answerFile().map(PemFiles::certificates).orElse(List.of());
        return new OutsideLine(
                one,
                protection,
                new BelieveAnswer(
                        protection,
                        codes,
                        new TrustAnchors(PemFiles.certificates(one.trustFile())),
                        pinned,
                        one.recipient()),
                Objects.requireNonNull(posts.get(code)),
                random,
                clock);
    }

    private Protection protection(Credential credential, SecretCodes codes) {
        return switch (credential) {
            case Credential.Secret(String reference, var file, boolean pbmac1) ->
                    new Protection.BySecret(reference, PemFiles.secret(file), pbmac1, codes);
            case Credential.Certificate(var certificateFile, var keyFile) -> {
                List<SignedCertificate> certificates = PemFiles.certificates(certificateFile);
                PrivateKey key = PemFiles.key(keyFile);
                try {
                    yield new Protection.BySignature(
                            new SoftwareSigningKey(
                                    new KeyPair(
                                            certificates.getFirst().tbs().verificationKey(), key),
                                    random),
                            certificates);
                } catch (MalformedKeyException e) {
                    throw new KeyStoreUnavailableException(
                            "The certificate in "
                                    + certificateFile
                                    + " has a key of a kind that is not used here: SM2, P-256,"
                                    + " P-384 and RSA of 2048, 3072 or 4096 bits are.",
                            e);
                }
            }
        };
    }
}

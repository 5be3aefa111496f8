package org.yinxin.authority.ceremony;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.hierarchy.CertifyOwnKey;
import org.yinxin.authority.hierarchy.CrossCertificate;
import org.yinxin.authority.hierarchy.Generation;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.profile.AuthorityProfile;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.Validity;
import org.yinxin.pki.key.KeyAlgorithm;

/** Makes the keys and the certificates of authorities. Keys are durable; the rest is stored by whoever asks. */
final class MakeAuthority {

    private final AuthorityKeys keys;
    private final AuthorityProfile profile;
    private final CertifyOwnKey certifyOwnKey;

    MakeAuthority(AuthorityKeys keys, AuthorityProfile profile, SecureRandom random) {
        this.keys = keys;
        this.profile = profile;
        this.certifyOwnKey = new CertifyOwnKey(keys, random);
    }

    /** What an authority is to be, but for its key. */
    record Description(
            AuthorityCode code,
            Generation generation,
            X500Name name,
            Validity validity,
            ASN1ObjectIdentifier policy,
            Duration crlLifetime) {

        static Description of(
                HierarchyDefinition.Level level, ASN1ObjectIdentifier policy, Instant now) {
            return new Description(
                    level.code(),
                    Generation.first(level.code()),
                    level.name().toX500Name(),
                    new Validity(now, end(level, now)),
                    policy,
                    level.crlLifetime());
        }

        static Instant end(HierarchyDefinition.Level level, Instant now) {
            return now.atOffset(ZoneOffset.UTC).plusYears(level.years()).toInstant();
        }
    }

    KeyHandle key(AuthorityCode code, KeyAlgorithm algorithm) {
        return keys.create(code.value(), algorithm);
    }

    CertificationAuthority root(Description description, KeyHandle key) {
        SubjectPublicKeyInfo info = info(key);
        return authority(
                description,
                key,
                null,
                certifyOwnKey.certifyItself(key, content(description, info, profile.root(info))));
    }

    CertificationAuthority issuing(
            Description description, KeyHandle key, CertificationAuthority root) {
        SubjectPublicKeyInfo info = info(key);
        Extensions extensions =
                profile.issuing(info, root.code(), root.publicKey(), description.policy());
        return authority(
                description,
                key,
                root.code(),
                certifyOwnKey.certify(root, content(description, info, extensions)));
    }

    CrossCertificate cross(
            CertificationAuthority subject, CertificationAuthority issuer, Validity validity) {
        return new CrossCertificate(
                subject.code(),
                issuer.code(),
                certifyOwnKey.certify(
                        issuer,
                        new CertifyOwnKey.Content(
                                subject.name(),
                                subject.publicKey(),
                                validity,
                                profile.cross(subject, issuer))));
    }

    private static CertificationAuthority authority(
            Description description,
            KeyHandle key,
            @Nullable AuthorityCode parent,
            SignedCertificate certificate) {
        return new CertificationAuthority(
                description.code(),
                description.generation(),
                parent,
                certificate,
                key,
                description.policy(),
                description.crlLifetime());
    }

    private static CertifyOwnKey.Content content(
            Description description, SubjectPublicKeyInfo info, Extensions extensions) {
        return new CertifyOwnKey.Content(
                description.name(), info, description.validity(), extensions);
    }

    private SubjectPublicKeyInfo info(KeyHandle handle) {
        return SubjectPublicKeyInfo.getInstance(
                keys.open(handle, KeyPurpose.SIGN_CERTIFICATES).publicKey().getEncoded());
    }
}

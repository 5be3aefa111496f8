package org.yinxin.authority.outside;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.pki.certificate.SignedCertificate;
import org.yinxin.pki.certificate.TbsCertificate;
import org.yinxin.pki.der.MalformedDerException;
import org.yinxin.pki.extension.RegistrationExtension;
import org.yinxin.pki.key.MalformedKeyException;

/**
 * Looks whether a certificate that came is the one that was ordered. What the authority puts into it beyond that is its own
 * affair: our rules of the profile are for what we sign ourselves.
 *
 * <p>Looked at are the key, the subject, the serial number, the organisation code if there is one, what the key may be used
 * for, the validity, the issuer's name if it is set, and the path to an anchor.
 */
final class JudgeBrought {

    private static final int SIGNS = KeyUsage.digitalSignature;
    private static final int SIGNS_TOO = KeyUsage.nonRepudiation;

    /** What came of it. */
    sealed interface Verdict {

        /**
         * It is what was ordered.
         *
         * @param chain from its issuer to the anchor
         */
        record Fit(List<SignedCertificate> chain) implements Verdict {}

        /**
         * It is not.
         *
         * @param ours whether it certifies the key that we asked for, and so is ours to revoke
         */
        record Unfit(IssuanceRefusal reason, String sentence, boolean ours) implements Verdict {}
    }

    private final TrustAnchors anchors;
    private final Optional<X500Name> issuer;
    private final Duration slack;

    JudgeBrought(TrustAnchors anchors, Optional<X500Name> issuer, Duration slack) {
        this.anchors = anchors;
        this.issuer = issuer;
        this.slack = slack;
    }

    /**
     * Judges one.
     *
     * @param along what may lead from it to an anchor
     */
    Verdict judge(
            SignedCertificate brought,
            List<SignedCertificate> along,
            WantedHalf wanted,
            Instant now) {
        TbsCertificate tbs = brought.tbs();
        if (!isFor(tbs, wanted.key())) {
            return new Verdict.Unfit(
                    IssuanceRefusal.LINT,
                    "the certificate that the authority brought is of another key",
                    false);
        }
        List<Verdict.Unfit> faults = new ArrayList<>();
        if (!tbs.subject().equals(wanted.subject())) {
            faults.add(lint("names another subject than the approved one"));
        }
        if (!hasSerial(tbs)) {
            faults.add(lint("has a serial number that is not positive, or longer than 20 octets"));
        }
        faults.addAll(contents(brought, wanted));
        if (isTooLong(tbs, wanted, now)) {
            faults.add(
                    new Verdict.Unfit(
                            IssuanceRefusal.VALIDITY,
                            "the certificate that the authority brought is valid from %s to %s, and ordered was %s to %s"
                                    .formatted(
                                            tbs.notBefore(),
                                            tbs.notAfter(),
                                            wanted.validity().notBefore(),
                                            wanted.validity().notAfter()),
                            true));
        }
        if (issuer.isPresent() && !issuer.get().equals(tbs.issuer())) {
            faults.add(lint("is issued by another name than the one that is set"));
        }
        Optional<List<SignedCertificate>> chain = anchors.path(brought, along, now);
        if (chain.isEmpty()) {
            faults.add(lint("does not lead to a certificate of the trust file"));
        }
        return faults.isEmpty() ? new Verdict.Fit(chain.orElseThrow()) : faults.getFirst();
    }

    private static boolean isFor(TbsCertificate tbs, PublicKey key) {
        try {
            return tbs.verificationKey().equals(key);
        } catch (MalformedKeyException e) {
            return false;
        }
    }

    private static boolean hasSerial(TbsCertificate tbs) {
        try {
            return tbs.serial().value().signum() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Verdict.Unfit> contents(SignedCertificate brought, WantedHalf wanted) {
        List<Verdict.Unfit> faults = new ArrayList<>();
        try {
            Optional<KeyUsage> usage = TrustAnchors.usage(brought);
            if (TrustAnchors.claimsAuthority(brought)) {
                faults.add(lint("makes an authority of the subscriber"));
            }
            if (usage.isEmpty() || !fits(usage.get(), wanted.half())) {
                faults.add(
                        lint(
                                "has key usages that do not fit a "
                                        + switch (wanted.half()) {
                                            case SIGNING -> "signing certificate";
                                            case ENCRYPTION -> "certificate for encryption alone";
                                        }));
            }
            Optional<Extension> code =
                    brought.tbs().extension(RegistrationExtension.ORGANIZATION_CODE.oid());
            if (code.isPresent()
                    && !RegistrationExtension.ORGANIZATION_CODE
                            .parse(code.get())
                            .equals(wanted.organisationCode())) {
                faults.add(lint("carries another organisation code"));
            }
        } catch (MalformedDerException e) {
            faults.add(lint("has extensions that cannot be read"));
        }
        return faults;
    }

    /**
     * A key that is in escrow must not sign: somebody else could. And what is encrypted to a key that is not in escrow could
     * not be recovered (GM/T 0015-2012 keeps the two apart).
     */
    private static boolean fits(KeyUsage usage, Half half) {
        boolean encrypts =
                usage.hasUsages(KeyUsage.keyEncipherment)
                        || usage.hasUsages(KeyUsage.dataEncipherment)
                        || usage.hasUsages(KeyUsage.keyAgreement);
        boolean signs = usage.hasUsages(SIGNS);
        boolean certifies =
                usage.hasUsages(KeyUsage.keyCertSign) || usage.hasUsages(KeyUsage.cRLSign);
        return !certifies
                && switch (half) {
                    case SIGNING -> signs && !encrypts;
                    case ENCRYPTION -> encrypts && !signs && !usage.hasUsages(SIGNS_TOO);
                };
    }

    /** It never ends later than ordered. It may begin when the authority came to it. */
    private boolean isTooLong(TbsCertificate tbs, WantedHalf wanted, Instant now) {
        Instant start = wanted.validity().notBefore();
        Instant end = wanted.validity().notAfter();
        Instant latestStart = (start.isAfter(now) ? start : now).plus(slack);
        return tbs.notAfter().isAfter(end)
                || tbs.notAfter().isBefore(end.minus(slack))
                || tbs.notBefore().isBefore(start.minus(slack))
                || tbs.notBefore().isAfter(latestStart);
    }

    private static Verdict.Unfit lint(String what) {
        return new Verdict.Unfit(
                IssuanceRefusal.LINT, "the certificate that the authority brought " + what, true);
    }
}

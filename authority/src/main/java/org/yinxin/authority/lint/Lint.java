package org.yinxin.authority.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.OrderId;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.profile.Intended;
import org.yinxin.authority.profile.IntendedPair;

/**
 * Holds what is intended to all rules, and collects everything that is wrong with it. What standards ask of every certificate
 * is in the rules; what differs by profile they take from the profile that it was made under, and read it in the bytes.
 */
public final class Lint {

    private final List<CertificateRule> certificateRules;
    private final List<PairRule> pairRules = List.of(new PairIsTwins());

    /** All rules. */
    public Lint(KeyOwners owners) {
        this(
                Stream.concat(
                                rulesOfBytes().stream(),
                                Stream.of(new KeyServesThisOrderAlone(owners)))
                        .toList());
    }

    private Lint(List<CertificateRule> certificateRules) {
        this.certificateRules = certificateRules;
    }

    /** All rules but that about the owner of a key, for whoever has just taken the keys. */
    public static Lint ofTakenKeys() {
        return new Lint(rulesOfBytes());
    }

    private static List<CertificateRule> rulesOfBytes() {
        return List.of(
                new VersionIsThree(),
                new SerialIsSound(),
                new IssuerIsTheAuthority(),
                new ValidityIsWithinTheAuthoritys(),
                new TimesAreEncodedByYear(),
                new SubjectIsWellWritten(),
                new KeyIsSound(),
                new KeyIsNotPubliclyKnown(),
                new ModulusIsNotOfRoca(),
                new PrimesAreApart(),
                new RequiredExtensionsArePresent(),
                new KeyUsageFitsTheUse(),
                new PurposesAreTheProfiles(),
                new PoliciesAreTheProfiles(),
                new AddressesAreTheProfiles(),
                new KeyIdentifiersMatch(),
                new IdentifiersAreTheProfiles(),
                new HostNamesAreADevices());
    }

    public List<Finding> check(OrderId order, Intended intended, CertificationAuthority issuer) {
        List<Finding> findings = new ArrayList<>();
        intended.parts()
                .forEach(
                        (use, tbs) ->
                                check(
                                        new LintedCertificate(
                                                order, use, tbs, issuer, intended.under()),
                                        findings));
        if (intended instanceof IntendedPair pair) {
            check(pair, findings);
        }
        return findings;
    }

    private void check(IntendedPair pair, List<Finding> findings) {
        for (PairRule rule : pairRules) {
            rule.violation(pair)
                    .map(
                            sentence ->
                                    new Finding(
                                            IssuanceRefusal.LINT,
                                            name(rule),
                                            rule.clause(),
                                            sentence))
                    .ifPresent(findings::add);
        }
    }

    private void check(LintedCertificate certificate, List<Finding> findings) {
        for (CertificateRule rule : certificateRules) {
            rule.violation(certificate)
                    .map(
                            sentence ->
                                    new Finding(
                                            rule.refusal(),
                                            name(rule),
                                            rule.clause(),
                                            certificate.use() + ": " + sentence))
                    .ifPresent(findings::add);
        }
    }

    private static String name(Object rule) {
        return rule.getClass().getSimpleName();
    }
}

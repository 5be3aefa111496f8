package org.yinxin.authority.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.CertificateOutcome;
import org.yinxin.authority.IssuedCertificate;
import org.yinxin.authority.ceremony.CeremonyOutcome.Made;
import org.yinxin.authority.ceremony.CeremonyOutcome.Refused;
import org.yinxin.authority.custodian.CustodianBench;
import org.yinxin.authority.custodian.TwoCustodians;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;

/** The ceremonies of two custodians on an authority under test. */
public record CeremonyBench(AuthorityBench bench, TwoCustodians two) {

    public static CeremonyBench of(AuthorityBench bench) {
        return new CeremonyBench(bench, new CustodianBench(bench).firstTwo());
    }

    CeremonyOutcome rollOver(AuthorityCode code) {
        return new RollOverAuthority(bench.ceremonyMeans()).rollOver(code, two);
    }

    public CertificationAuthority rolled(AuthorityCode code) {
        return made(rollOver(code)).getLast();
    }

    static List<CertificationAuthority> made(CeremonyOutcome outcome) {
        return switch (outcome) {
            case Made(List<CertificationAuthority> authorities) -> authorities;
            case Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    static String refusal(CeremonyOutcome outcome) {
        return switch (outcome) {
            case Made made -> throw new AssertionError(made.toString());
            case Refused(String sentence) -> sentence;
        };
    }

    CertificateOutcome order(AuthorityCode authority) {
        KeyAlgorithm algorithm =
                PublicKeys.algorithmOf(
                        bench.authorities.find(authority).orElseThrow().verificationKey());
        KeyAlgorithm small = algorithm.isChinese() ? algorithm : KeyAlgorithm.P256;
        return bench.cycle()
                .issueCertificate()
                .issue(
                        bench.single(
                                UUID.randomUUID(),
                                authority,
                                CertificateKind.DEVICE,
                                AuthorityBench.request(KeyPairs.generate(small, bench.random))));
    }

    public IssuedCertificate issued(AuthorityCode authority) {
        return switch (order(authority)) {
            case CertificateOutcome.Issued(IssuedCertificate certificate) -> certificate;
            case Object refused -> throw new AssertionError(refused.toString());
        };
    }

    /** How many key files there are. */
    long keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(bench.folder.resolve("keys"))) {
            return files.count();
        }
    }

    static HierarchyDefinition definition(String root, String issuing, KeyAlgorithm algorithm) {
        HierarchyDefinition pattern = HierarchyDefinition.demonstration();
        return new HierarchyDefinition(
                level(pattern.root(), root, algorithm, 30),
                level(pattern.issuing(), issuing, algorithm, 20),
                pattern.policy());
    }

    static HierarchyDefinition.Level level(
            HierarchyDefinition.Level pattern, String code, KeyAlgorithm algorithm, int years) {
        return new HierarchyDefinition.Level(
                new AuthorityCode(code), pattern.name(), algorithm, years, Duration.ofDays(1));
    }
}

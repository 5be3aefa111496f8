package org.yinxin.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.hierarchy.CertificationAuthority;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PasswordFile;

class CreateHierarchyTest {

    private static final HierarchyDefinition DEFINITION = HierarchyDefinition.demonstration();

    @TempDir private Path folder;

    @Test
    void makes_a_root_and_an_authority_below_it_once() throws Exception {
        try (AuthorityBench bench = new AuthorityBench(folder)) {
            CertificationAuthority issuing = bench.issuing();
            CertificationAuthority root = bench.authorities.find(bench.rootCode()).orElseThrow();
            assertThat(root.certificate().isSignedBy(root.verificationKey())).isTrue();
            assertThat(issuing.certificate().isSignedBy(root.verificationKey())).isTrue();
            assertThat(issuing.parent()).isEqualTo(root.code());
            assertThat(root.servesSubscribers()).isFalse();
            assertThat(issuing.crlLifetime()).isEqualTo(Duration.ofDays(1));
            assertThat(bench.authorities.chain(issuing))
                    .containsExactly(issuing.certificate().encoded(), root.certificate().encoded());
            assertThat(bench.statuses().find(root.code(), issuing.certificate().tbs().serial()))
                    .isEqualTo(new CertificateStatus.Good());
            assertThat(bench.createHierarchy().create(DEFINITION)).isFalse();
            assertThat(bench.count("SELECT count(*) FROM certification_authority")).isEqualTo(2);
            assertThat(
                            bench.count(
                                    "SELECT count(*) FROM journal WHERE action = 'hierarchy.created'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void nodes_that_start_together_make_one_hierarchy() throws Exception {
        try (AuthorityBench bench = new AuthorityBench(AuthorityBench.freshDatabase(), folder)) {
            PasswordFile.create(bench.passwordFile(), new SecureRandom());
            Callable<Boolean> start = () -> bench.createHierarchy().create(DEFINITION);
            int made = 0;
            try (var nodes = Executors.newFixedThreadPool(3)) {
                for (Future<Boolean> node : nodes.invokeAll(List.of(start, start, start))) {
                    made += node.get() ? 1 : 0;
                }
            }
            assertThat(made).isEqualTo(1);
            assertThat(bench.count("SELECT count(*) FROM certificate")).isEqualTo(2);
        }
    }

    @Test
    void without_a_password_it_makes_nothing_and_says_what_is_missing() {
        try (AuthorityBench bench = new AuthorityBench(AuthorityBench.freshDatabase(), folder)) {
            assertThatExceptionOfType(KeyStoreUnavailableException.class)
                    .isThrownBy(() -> bench.createHierarchy().create(DEFINITION))
                    .withMessageContaining("is expected in the file");
            assertThat(bench.authorities.find(bench.code())).isEmpty();
            assertThat(Files.exists(folder.resolve("keys"))).isFalse();
        }
    }

    @Test
    void refuses_definitions_that_make_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HierarchyDefinition.of(new Properties()))
                .withMessageContaining("lacks root.");
        HierarchyDefinition.Level root = DEFINITION.root();
        HierarchyDefinition.Level issuing = DEFINITION.issuing();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HierarchyDefinition(root, root, DEFINITION.policy()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HierarchyDefinition(issuing, root, DEFINITION.policy()));
        for (int years : new int[] {0, 51}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> level(root, years, root.crlLifetime()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level(root, 10, Duration.ofSeconds(59)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root.key|RSA|root.key is one of SM2, P256, P384, RSA_2048, RSA_3072, RSA_4096, and not RSA",
                "issuing.years|ten|issuing.years is a number, and not ten",
                "issuing.crl-lifetime|1 day|issuing.crl-lifetime is like P1D or PT12H, and not 1 day"
            })
    void says_what_is_wrong_with_a_definition(String key, String value, String sentence)
            throws Exception {
        Properties properties = new Properties();
        try (var pattern =
                new InputStreamReader(
                        Objects.requireNonNull(
                                HierarchyDefinition.class.getResourceAsStream(
                                        "demonstration-hierarchy.properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(pattern);
        }
        properties.setProperty(key, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HierarchyDefinition.of(properties))
                .withMessage(sentence);
    }

    private static HierarchyDefinition.Level level(
            HierarchyDefinition.Level of, int years, Duration crlLifetime) {
        return new HierarchyDefinition.Level(
                of.code(), of.name(), of.algorithm(), years, crlLifetime);
    }
}

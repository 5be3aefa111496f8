package org.yinxin.authority.profile.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityBench;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.BenchProfiles;
import org.yinxin.authority.CertificateKind;
import org.yinxin.authority.SubjectKind;
import org.yinxin.authority.profile.CertificateProfile;
import org.yinxin.authority.profile.CertificateUse;

/** Contents become versions, once each, and which one serves whom is the installation's choice. */
class ProfileVersionsTest {

    private static final String OWN = BenchProfiles.shipped("organisation-2012");
    private static final AuthorityCode ANY = new AuthorityCode("any");

    @TempDir private Path folder;
    private AuthorityBench bench;

    @BeforeEach
    void open() {
        bench = new AuthorityBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CertificateProfile organisation() {
        return bench.profiles.inForce().ofPairs(ANY, SubjectKind.ORGANISATION).orElseThrow();
    }

    @Test
    void the_same_content_is_one_version_and_each_new_one_another() {
        assertThat(organisation().reference()).hasToString("organisation-2012@1");
        assertThat(organisation().reference().version()).isEqualTo(1);
        bench.profiles.put("mine.yaml", OWN.replace("months: 132", "months: 24"));
        assertThat(organisation().reference().version()).isEqualTo(2);
        assertThat(organisation().longestMonths()).isEqualTo(24);
        bench.profiles.put("mine.yaml", OWN.replace("months: 132", "months: 36"));
        assertThat(organisation().reference().version()).isEqualTo(3);
        bench.profiles.put("mine.yaml", OWN.replace("months: 132", "months: 24"));
        assertThat(organisation().reference().version()).isEqualTo(2);
        assertThat(rows()).isEqualTo(3);
    }

    private long rows() {
        return bench.count(
                "SELECT count(*) FROM certificate_profile WHERE name = 'organisation-2012'");
    }

    @Test
    void only_what_is_used_is_on_record() {
        bench.profiles.inForce();
        assertThat(bench.count("SELECT count(*) FROM certificate_profile")).isEqualTo(5);
        bench.profiles.editions = ProfileEditions.read("*: 2012, any:2023");
        bench.profiles.inForce();
        assertThat(bench.count("SELECT count(*) FROM certificate_profile")).isEqualTo(10);
    }

    @Test
    void nodes_that_start_at_once_agree() throws Exception {
        int nodes = 6;
        CyclicBarrier together = new CyclicBarrier(nodes);
        List<Future<Integer>> versions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes)) {
            for (int node : IntStream.range(0, nodes).toArray()) {
                Callable<Integer> start =
                        () -> {
                            together.await();
                            return bench.profiles
                                    .versions()
                                    .keep("mine", node % 2 == 0 ? "one content" : "another");
                        };
                versions.add(threads.submit(start));
            }
            for (int node = 0; node < nodes; node++) {
                assertThat(versions.get(node).get()).isEqualTo(versions.get(node % 2).get());
            }
            assertThat(List.of(versions.get(0).get(), versions.get(1).get()))
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void what_is_on_record_is_final() {
        bench.profiles.inForce();
        for (String change :
                List.of(
                        "UPDATE certificate_profile SET content = ''",
                        "DELETE FROM certificate_profile")) {
            assertThatThrownBy(() -> bench.jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("a row of certificate_profile is final");
        }
    }

    @Test
    void authorities_issue_under_their_edition() {
        bench.profiles.editions = ProfileEditions.read("any:2023");
        CertificateProfiles profiles = bench.profiles.inForce();
        assertThat(profiles.ofPairs(ANY, SubjectKind.NATURAL_PERSON))
                .hasValueSatisfying(it -> assertThat(it.edition()).isEqualTo("2023"));
        assertThat(profiles.ofSingles(ANY, CertificateKind.DEVICE))
                .hasValueSatisfying(
                        it -> assertThat(it.reference().name()).isEqualTo("device-2023"));
        assertThat(profiles.ofPairs(new AuthorityCode("other"), SubjectKind.NATURAL_PERSON))
                .hasValueSatisfying(it -> assertThat(it.edition()).isEqualTo("2012"));
        assertThat(profiles.ofPairs(ANY, SubjectKind.DEVICE)).isEmpty();
        assertThat(profiles.none(ANY, SubjectKind.DEVICE, true))
                .isEqualTo(
                        "no profile of the edition 2023, which any issues under, makes pairs for"
                                + " device");
    }

    @Test
    void editions_are_read_strictly() {
        assertThat(ProfileEditions.read("")).isEqualTo(ProfileEditions.USUAL);
        for (String wrong : List.of("2023", "any", "any:", "any:A", "any:2023,", "A:2023")) {
            assertThatThrownBy(() -> ProfileEditions.read(wrong))
                    .isInstanceOf(FaultyProfilesException.class)
                    .hasMessageStartingWith(
                            "The editions of certificate profiles look like *:2012,");
        }
    }

    @Test
    void what_intents_said_before_profiles_were_files_is_still_known() {
        CertificateProfiles profiles = bench.profiles.inForce();
        assertThat(profiles.madeUnder("gmt-0015-2012/organisation", CertificateUse.SIGNING))
                .hasValueSatisfying(it -> assertThat(it.isOfPairs()).isTrue());
        assertThat(profiles.madeUnder("machine", CertificateUse.DEVICE))
                .hasValueSatisfying(it -> assertThat(it.serves()).isEqualTo(SubjectKind.DEVICE));
        assertThat(profiles.madeUnder("machine", CertificateUse.SIGNING))
                .hasValueSatisfying(
                        it -> assertThat(it.serves()).isEqualTo(SubjectKind.ORGANISATION));
        assertThat(profiles.madeUnder("organisation-2012@7", CertificateUse.SIGNING)).isEmpty();
        assertThat(profiles.madeUnder("nobody knows", CertificateUse.SIGNING)).isEmpty();
    }

    @Test
    void two_profiles_for_the_same_are_refused() {
        bench.profiles.put("a.yaml", OWN.replace("organisation-2012\n", "mine\n"));
        assertThatThrownBy(bench.profiles::inForce)
                .isInstanceOf(FaultyProfilesException.class)
                .hasMessageContaining(
                        "a.yaml:1: The profile mine does what organisation-2012 does");
        bench.profiles.put("a.yaml", OWN);
        bench.profiles.put("b.yaml", OWN);
        assertThatThrownBy(bench.profiles::inForce)
                .hasMessageContaining(
                        "b.yaml:1: The profile organisation-2012 is in a.yaml already; rename one.");
    }
}

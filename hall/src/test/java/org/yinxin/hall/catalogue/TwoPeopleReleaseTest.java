package org.yinxin.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.code;
import static org.yinxin.hall.testing.Outcomes.done;
import static org.yinxin.hall.testing.Outcomes.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.testing.People;
import org.yinxin.hall.testing.TestHall;

/** One administrator proposes a version of a plan, another one releases it. */
class TwoPeopleReleaseTest {

    private static final String YAML = packaged();
    private static final String CHANGED = YAML.replace("200.00", "300.00");
    private static final PlanCode PLAN = new PlanCode("xinghe");

    private static final Actor.Operator COLLEAGUE =
            new Actor.Operator(
                    new OperatorId(UUID.randomUUID()), "测试管理员乙", Set.of(Role.ADMINISTRATOR));

    private final TestHall hall =
            TestHall.of(
                    List.of("catalogue"),
                    ReleasePlansTest.GivenFiles.class,
                    PlanVersions.class,
                    PlanProposals.class,
                    ReleasePlans.class,
                    ProposePlan.class,
                    DecideProposal.class,
                    ReadPlanDesk.class,
                    JdbcCatalogue.class);

    @BeforeEach
    void start() {
        hall.get(ReleasePlansTest.GivenFiles.class).given =
                List.of(new PlanFiles.PlanFile("xinghe.yaml", YAML));
        hall.get(ReleasePlans.class).release();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private PlanProposal proposed(String source) {
        return done(hall.get(ProposePlan.class).propose(People.ADMINISTRATOR, bytes(source)));
    }

    private Plan live() {
        return hall.get(Catalogue.class).live(PLAN).orElseThrow();
    }

    @Test
    void a_proposal_changes_nothing_until_somebody_else_releases_it() {
        PlanProposal proposal = proposed(CHANGED);
        assertThat(proposal.base()).isEqualTo(1);
        assertThat(live().version()).isEqualTo(1);

        ReleasedVersion released =
                done(hall.get(DecideProposal.class).release(COLLEAGUE, proposal.id()));
        assertThat(released.version()).isEqualTo(2);
        assertThat(live().version()).isEqualTo(2);
        List<ReleasedVersion> versions =
                done(hall.get(ReadPlanDesk.class).versions(People.AUDITOR, "xinghe"));
        assertThat(versions).extracting(ReleasedVersion::proposedBy).containsExactly("测试管理员", null);
        assertThat(versions)
                .extracting(ReleasedVersion::releasedBy)
                .containsExactly("测试管理员乙", null);
        assertThat(versions.getFirst().since()).isEqualTo(hall.clock().instant());
        assertThat(done(hall.get(ReadPlanDesk.class).source(People.AUDITOR, "xinghe", 2)))
                .isEqualTo(CHANGED);
        assertThat(hall.journal()).containsExactly("plan.proposed", "plan.released");
    }

    @Test
    void nobody_releases_what_they_proposed_themselves() {
        PlanProposal proposal = proposed(CHANGED);
        assertThat(
                        code(
                                hall.get(DecideProposal.class)
                                        .release(People.ADMINISTRATOR, proposal.id())))
                .isEqualTo(PlanError.PROPOSED_BY_YOU);
        assertThat(live().version()).isEqualTo(1);
        assertThat(
                        done(hall.get(ReadPlanDesk.class)
                                        .compared(People.ADMINISTRATOR, proposal.id()))
                                .mine())
                .isTrue();
    }

    @Test
    void only_administrators_change_plans_and_only_they_and_the_auditor_look() {
        PlanProposal proposal = proposed(CHANGED);
        for (Actor other :
                List.of(
                        People.AUDITOR,
                        People.APPROVING_OFFICER,
                        People.PRODUCER,
                        People.SUBSCRIBER)) {
            assertThat(code(hall.get(ProposePlan.class).propose(other, bytes(CHANGED))))
                    .isEqualTo(PlanError.NOT_AN_ADMINISTRATOR);
            assertThat(code(hall.get(DecideProposal.class).release(other, proposal.id())))
                    .isEqualTo(PlanError.NOT_AN_ADMINISTRATOR);
            assertThat(code(hall.get(DecideProposal.class).withdraw(other, proposal.id())))
                    .isEqualTo(PlanError.NOT_AN_ADMINISTRATOR);
        }
        assertThat(code(hall.get(ReadPlanDesk.class).live(People.ENTRY_OFFICER)))
                .isEqualTo(PlanError.NOT_AN_ADMINISTRATOR);
        assertThat(done(hall.get(ReadPlanDesk.class).proposed(People.AUDITOR))).hasSize(1);
    }

    @Test
    void a_file_with_faults_is_refused_with_each_of_its_lines() {
        var refusal =
                refusal(
                        hall.get(ProposePlan.class)
                                .propose(
                                        People.ADMINISTRATOR,
                                        bytes(YAML.replace("kind: UNIT", "kind: HOUSE"))));
        assertThat(refusal.code()).isEqualTo(PlanError.FAULTY);
        assertThat(refusal.arguments()).isNotEmpty().allMatch(it -> it.startsWith("plan.yaml:"));
    }

    @Test
    void what_is_no_text_is_refused_at_its_field() {
        for (byte[] file :
                List.of(
                        new byte[0],
                        new byte[] {(byte) 0xff, (byte) 0xfe, 0},
                        new byte[ProposePlan.LARGEST + 1],
                        bytes("plan: \0"))) {
            var refusal = refusal(hall.get(ProposePlan.class).propose(People.ADMINISTRATOR, file));
            assertThat(refusal.code()).isEqualTo(PlanError.NOT_A_PLAN);
            assertThat(refusal.violations()).extracting(Violation::field).containsExactly("file");
        }
    }

    @Test
    void one_change_of_a_plan_waits_at_a_time_and_can_be_withdrawn() {
        assertThat(code(hall.get(ProposePlan.class).propose(People.ADMINISTRATOR, bytes(YAML))))
                .isEqualTo(PlanError.NOTHING_NEW);
        PlanProposal proposal = proposed(CHANGED);
        assertThat(code(hall.get(ProposePlan.class).propose(COLLEAGUE, bytes(YAML + "\n"))))
                .isEqualTo(PlanError.ONE_WAITS);
        done(hall.get(DecideProposal.class).withdraw(People.ADMINISTRATOR, proposal.id()));
        assertThat(code(hall.get(DecideProposal.class).release(COLLEAGUE, proposal.id())))
                .isEqualTo(PlanError.DECIDED_ALREADY);
        assertThat(code(hall.get(DecideProposal.class).release(COLLEAGUE, UUID.randomUUID())))
                .isEqualTo(PlanError.NO_SUCH_PROPOSAL);
        proposed(CHANGED);
    }

    @Test
    void a_proposal_on_top_of_an_older_version_is_not_released() {
        PlanProposal proposal = proposed(CHANGED);
        hall.get(ReleasePlansTest.GivenFiles.class).given =
                List.of(new PlanFiles.PlanFile("xinghe.yaml", YAML + "\n# newer\n"));
        assertThat(hall.get(ReleasePlans.class).release()).isEqualTo(1);
        assertThat(code(hall.get(DecideProposal.class).release(COLLEAGUE, proposal.id())))
                .isEqualTo(PlanError.OUTDATED);
    }

    @Test
    void a_start_never_undoes_what_people_released() {
        done(hall.get(DecideProposal.class).release(COLLEAGUE, proposed(CHANGED).id()));
        assertThat(hall.get(ReleasePlans.class).release()).isZero();
        assertThat(live().version()).isEqualTo(2);
    }

    @Test
    void a_plan_that_was_not_there_is_offered_from_its_release_on() {
        String tenth = YAML.replace("plan: xinghe", "plan: yunling");
        PlanProposal proposal = proposed(tenth);
        assertThat(proposal.base()).isZero();
        assertThat(hall.get(Catalogue.class).live()).hasSize(1);
        done(hall.get(DecideProposal.class).release(COLLEAGUE, proposal.id()));
        assertThat(hall.get(Catalogue.class).live())
                .extracting(plan -> plan.code().text())
                .containsExactly("xinghe", "yunling");
    }

    private static byte[] bytes(String source) {
        return source.getBytes(StandardCharsets.UTF_8);
    }

    private static String packaged() {
        try {
            return new ClassPathResource("plans/xinghe.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

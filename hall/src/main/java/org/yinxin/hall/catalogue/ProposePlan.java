package org.yinxin.hall.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.audit.AuditTrail;
import org.yinxin.hall.catalogue.reading.PlanFault;
import org.yinxin.hall.catalogue.reading.PlanReader;
import org.yinxin.hall.catalogue.reading.PlanReading;
import org.yinxin.hall.outcome.Outcome;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.pki.key.Sm3;

/**
 * The first of the two people who change a plan: hands in the whole file, which is checked as {@code plans check}
 * does, and then waits for the second.
 *
 * <p>Refusals: {@link PlanError#NOT_AN_ADMINISTRATOR}; {@link PlanError#NOT_A_PLAN}; {@link PlanError#FAULTY} with
 * every fault; {@link PlanError#NOTHING_NEW}; {@link PlanError#ONE_WAITS}.
 */
@Component
public class ProposePlan {

    /** The longest file, in bytes; the longest packaged plan has a tenth of it. */
    public static final int LARGEST = 512 * 1024;

    private static final String NAME = "plan.yaml";

    private final PlanVersions versions;
    private final PlanProposals proposals;
    private final AuditTrail audit;
    private final Supplier<UUID> uuids;
    private final Clock clock;

    ProposePlan(
            PlanVersions versions,
            PlanProposals proposals,
            AuditTrail audit,
            @Qualifier("uuids") Supplier<UUID> uuids,
            Clock clock) {
        this.versions = versions;
        this.proposals = proposals;
        this.audit = audit;
        this.uuids = uuids;
        this.clock = clock;
    }

    /**
     * Proposes it.
     *
     * @param file the YAML in UTF-8
     */
    @Transactional
    public Outcome<PlanProposal> propose(Actor actor, byte[] file) {
        if (!(actor instanceof Actor.Operator operator) || !actor.has(Role.ADMINISTRATOR)) {
            return Outcome.refused(PlanError.NOT_AN_ADMINISTRATOR);
        }
        Optional<String> source = text(file);
        if (source.isEmpty()) {
            return Outcome.refused(
                    new Refusal(
                            PlanError.NOT_A_PLAN,
                            List.of(new Violation("file", "plan.violation.file"))));
        }
        return switch (PlanReader.read(NAME, source.get())) {
            case PlanReading.Faulty(List<PlanFault> faults) ->
                    Outcome.refused(
                            new Refusal(
                                    PlanError.FAULTY,
                                    List.of(),
                                    faults.stream().map(PlanFault::toString).toList()));
            case PlanReading.Sound(Plan plan) -> propose(operator, plan.code(), source.get());
        };
    }

    private Outcome<PlanProposal> propose(Actor.Operator operator, PlanCode plan, String source) {
        versions.lock();
        Optional<ReleasedVersion> live = versions.newest(plan);
        String sm3 = digest(source);
        if (live.filter(it -> it.sm3().equals(sm3)).isPresent()) {
            return Outcome.refused(PlanError.NOTHING_NEW);
        }
        if (proposals.openFor(plan).isPresent()) {
            return Outcome.refused(PlanError.ONE_WAITS);
        }
        Instant now = clock.instant();
        PlanProposal proposal =
                new PlanProposal(
                        uuids.get(),
                        plan,
                        live.map(ReleasedVersion::version).orElse(0),
                        sm3,
                        source,
                        now,
                        operator.reference(),
                        operator.name(),
                        PlanProposal.State.OPEN);
        proposals.add(proposal);
        audit.record(
                operator,
                "plan.proposed",
                "plan:" + plan,
                Map.of("proposal", proposal.id().toString(), "sm3", sm3));
        return Outcome.done(proposal);
    }

    static String digest(String source) {
        return HexFormat.of().formatHex(Sm3.digest(source.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> text(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            return Optional.empty();
        }
        try {
            // PostgreSQL keeps no NUL in a text, and no plan contains one.
            return Optional.of(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(file))
                                    .toString())
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

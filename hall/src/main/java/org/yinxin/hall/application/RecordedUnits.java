package org.yinxin.hall.application;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.Catalogue;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.catalogue.HandoverWay;
import org.yinxin.hall.catalogue.Plan;
import org.yinxin.hall.code.UnifiedSocialCreditCode;
import org.yinxin.hall.delegation.UnitRecord;
import org.yinxin.hall.delegation.UnitRecords;
import org.yinxin.hall.identification.Subject;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.subscriber.Agents;
import org.yinxin.hall.subscriber.Authorisation;

/** What the approved applications of an organisation say about it: of its legal representative, the newest that a
 * person of the staff has approved. */
@Component
class RecordedUnits implements UnitRecords {

    private static final int LOOKED_AT = 50;

    private final Agents agents;
    private final Applications applications;
    private final HandedIn handedIn;
    private final Catalogue catalogue;

    RecordedUnits(
            Agents agents, Applications applications, HandedIn handedIn, Catalogue catalogue) {
        this.agents = agents;
        this.applications = applications;
        this.handedIn = handedIn;
        this.catalogue = catalogue;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UnitRecord> of(UnifiedSocialCreditCode unit) {
        List<Authorisation> given = agents.ofUnit(unit);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<Application> approved = approved(given);
        Subject legal =
                approved.stream()
                        .filter(RecordedUnits::approvedByPeople)
                        .map(this::legal)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        Set<HandoverWay> ways = ways(approved);
        if (legal == null) {
            ways.remove(HandoverWay.LEGAL_MOBILE);
        }
        return Optional.of(
                new UnitRecord(unit, given.getFirst().organisation().name(), legal, ways));
    }

    /** In the order of the authorisations, which is the newest first. */
    private List<Application> approved(List<Authorisation> given) {
        List<CaseNumber> numbers =
                given.stream()
                        .flatMap(one -> CaseNumber.parse(one.source()).stream())
                        .limit(LOOKED_AT)
                        .toList();
        Map<CaseNumber, Application> found = new HashMap<>();
        applications.all(numbers).forEach(one -> found.put(one.number(), one));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** What all plans allow by which the unit has something. */
    private Set<HandoverWay> ways(List<Application> approved) {
        Set<HandoverWay> ways = EnumSet.noneOf(HandoverWay.class);
        if (!approved.isEmpty()) {
            ways.addAll(EnumSet.allOf(HandoverWay.class));
        }
        approved.stream()
                .map(one -> one.plan().code())
                .distinct()
                .forEach(
                        plan ->
                                ways.retainAll(
                                        catalogue.live(plan).map(Plan::handover).orElse(Set.of())));
        return ways;
    }

    /** What nobody has looked at names nobody: else whoever applies could make themselves the legal representative. */
    private static boolean approvedByPeople(Application application) {
        return application.business().gates(GateSettings.Review.class).stream()
                .map(gate -> application.gates().state(gate.code()))
                .anyMatch(
                        state ->
                                state instanceof GateState.Passed(_, String by, _)
                                        && by.startsWith("operator:"));
    }

    private @Nullable Subject legal(Application application) {
        Subject legal =
                Parties.of(
                        application, handedIn.of(application.number()), Party.LEGAL_REPRESENTATIVE);
        return legal.mobile() == null || legal.name() == null ? null : legal;
    }
}

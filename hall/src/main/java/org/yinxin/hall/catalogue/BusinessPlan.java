package org.yinxin.hall.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One business of a plan: what a subscriber can apply for and which gates lead there.
 *
 * @param code its name
 * @param kind what it does
 * @param title what it is called
 * @param summary one sentence for the card on the home page
 * @param channel on line or at a counter
 * @param limits how many of them one subscriber may have
 * @param products what it is offered for, the usual choice first
 * @param certificate what it asks of the certificate that it is about; null when it is about none
 * @param agent which answers say who acts for the subscriber; null when subscribers act for themselves
 * @param patience how long it waits for its subscriber
 * @param opened what the time line begins with
 * @param finished the status when all gates are passed
 * @param gates in the order in which they are listed to the subscriber
 */
public record BusinessPlan(
        BusinessCode code,
        BusinessKind kind,
        Words title,
        Words summary,
        Channel channel,
        Limits limits,
        List<ProductCode> products,
        @Nullable CertificateRule certificate,
        @Nullable AgentRule agent,
        Patience patience,
        Words opened,
        Words finished,
        List<GatePlan> gates) {

    public BusinessPlan {
        products = List.copyOf(products);
        gates = List.copyOf(gates);
    }

    /** Where it is done. */
    public enum Channel {
        ONLINE,
        COUNTER
    }

    /**
     * How many cases there may be.
     *
     * @param oneOpenCase one unfinished case for each account
     * @param oneCertificate one case, open or fulfilled, for each organisation
     */
    public record Limits(boolean oneOpenCase, boolean oneCertificate) {}

    public Optional<GatePlan> gate(GateCode code) {
        return gates.stream().filter(gate -> gate.code().equals(code)).findFirst();
    }

    /** All gates that come before this one, near and far. */
    public Set<GateCode> before(GatePlan gate) {
        Set<GateCode> before = new HashSet<>();
        Deque<GateCode> ahead = new ArrayDeque<>(gate.after());
        while (!ahead.isEmpty()) {
            GateCode next = ahead.pop();
            if (before.add(next)) {
                gate(next).ifPresent(found -> ahead.addAll(found.after()));
            }
        }
        return before;
    }

    /** The gates of one kind, in order. */
    public <S extends GateSettings> List<GatePlan> gates(Class<S> kind) {
        return gates.stream().filter(gate -> kind.isInstance(gate.settings())).toList();
    }

    /** The settings of all gates of one kind, in order. */
    public <S extends GateSettings> Stream<S> settings(Class<S> kind) {
        return gates.stream().map(GatePlan::settings).filter(kind::isInstance).map(kind::cast);
    }

    /** Whether certificates of other plans are enabled for the project of this one. */
    public boolean opensPlan() {
        return settings(GateSettings.Enablement.class).anyMatch(it -> it.project() == null);
    }

    /** All pages of all forms. */
    public List<FormSection> sections() {
        return settings(GateSettings.Form.class).flatMap(form -> form.sections().stream()).toList();
    }

    /** All questions of all forms. */
    public List<FormField> fields() {
        return sections().stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<FormField> field(String name) {
        return fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** All papers of all gates. */
    public List<PaperRequirement> papers() {
        return settings(GateSettings.Papers.class).flatMap(gate -> gate.papers().stream()).toList();
    }

    /** The papers of the gates that these answers and facts do not skip. */
    public List<PaperRequirement> papers(Map<String, String> answers) {
        return gates(GateSettings.Papers.class).stream()
                .filter(gate -> !gate.mode().skips(answers))
                .flatMap(gate -> ((GateSettings.Papers) gate.settings()).papers().stream())
                .toList();
    }

    public Optional<PaperRequirement> paper(String code) {
        return papers().stream().filter(paper -> paper.code().equals(code)).findFirst();
    }

    /** What it costs in all for so many years and these answers. */
    public Money total(int years, Map<String, String> answers) {
        return settings(GateSettings.Payment.class)
                .map(payment -> payment.total(years, answers))
                .reduce(Money.ZERO, Money::plus);
    }
}

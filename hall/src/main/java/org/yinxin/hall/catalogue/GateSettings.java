package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What has to be done at a gate: one record per kind of gate. A new kind of gate is a new record here, a reader of
 * its settings and somebody in the process who passes it; no other place knows the kinds.
 */
public sealed interface GateSettings {

    /**
     * Answers are given.
     *
     * @param sections the questions, page by page
     */
    record Form(List<FormSection> sections) implements GateSettings {
        public Form {
            sections = List.copyOf(sections);
        }
    }

    /**
     * An agreement is accepted.
     *
     * @param agreement the agreement's code
     */
    record Consent(String agreement) implements GateSettings {}

    /**
     * Papers are handed in.
     *
     * @param papers which ones
     */
    record Papers(List<PaperRequirement> papers) implements GateSettings {
        public Papers {
            papers = List.copyOf(papers);
        }
    }

    /** The subscriber says: this is what I apply for. */
    record Submission() implements GateSettings {}

    /**
     * Two people of the staff look at what was submitted.
     *
     * @param reasons what they can choose from when they return or refuse
     */
    record Review(List<Reason> reasons) implements GateSettings {
        public Review {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Money is paid.
     *
     * @param lines the bill
     * @param channels the ways to pay, such as {@code wechat}
     */
    record Payment(List<PriceLine> lines, List<String> channels) implements GateSettings {
        public Payment {
            lines = List.copyOf(lines);
            channels = List.copyOf(channels);
        }

        /** What it costs for so many years. */
        public Money total(int years) {
            return lines.stream()
                    .map(line -> line.byYears().getOrDefault(years, Money.ZERO))
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    /**
     * Certificates are made and proved to be on their medium.
     *
     * @param by who may do it
     */
    record Production(Set<Maker> by) implements GateSettings {
        public Production {
            by = Set.copyOf(by);
        }
    }

    /** Who may produce. */
    enum Maker {
        /** The subscriber on an own computer. */
        SUBSCRIBER,
        /** A producer officer at the counter. */
        PRODUCER
    }
}

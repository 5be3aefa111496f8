package org.yinxin.hall.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param workingDays within how many working days they decide; null where nothing is promised
     * @param surcharge what the approving officer sets an amount for, which the bill of a later payment gate then has as
     *     a line; null for nothing
     */
    record Review(List<Reason> reasons, @Nullable Integer workingDays, @Nullable Words surcharge)
            implements GateSettings {
        public Review {
            reasons = List.copyOf(reasons);
        }

        public Review(List<Reason> reasons, @Nullable Integer workingDays) {
            this(reasons, workingDays, null);
        }
    }

    /**
     * Money is paid.
     *
     * @param lines the bill
     * @param channels the ways to pay, such as {@code wechat}
     * @param unpaidDays after how many whole days what was not paid is closed and the application ends; null for never
     */
    record Payment(List<PriceLine> lines, List<String> channels, @Nullable Integer unpaidDays)
            implements GateSettings {
        public Payment {
            lines = List.copyOf(lines);
            channels = List.copyOf(channels);
        }

        public Payment(List<PriceLine> lines, List<String> channels) {
            this(lines, channels, null);
        }

        /** What it costs for so many years and these answers. */
        public Money total(int years, Map<String, String> answers) {
            return lines.stream()
                    .map(line -> line.amount(years, answers))
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

    /**
     * Somebody's identity is checked; one of the methods is enough.
     *
     * @param party whose
     * @param methods which ways there are, the usual one first
     * @param soft whether it is passed, and left to the reviewer, where the source does not know the party
     * @param attempts how often it may fail
     */
    record Identification(Party party, List<IdentityMethod> methods, boolean soft, int attempts)
            implements GateSettings {
        public Identification {
            methods = List.copyOf(methods);
        }
    }

    /** Whose identity. */
    enum Party {
        AGENT,
        ORGANISATION,
        LEGAL_REPRESENTATIVE,
        APPLICANT,
        /** Whoever reads the messages of the number that an account signs in with. */
        OLD_MOBILE,
        /** Whoever reads the messages of the number that it shall sign in with. */
        NEW_MOBILE
    }

    /**
     * A small amount is transferred to the organisation's own account, and its memo told back.
     *
     * @param amount how much
     * @param attempts how often the memo may be wrong
     * @param days how long it may be told
     */
    record BankCheck(Money amount, int attempts, int days) implements GateSettings {}

    /** The key is inserted and signs. */
    record KeyProof() implements GateSettings {}

    /**
     * The medium and the papers are handed over.
     *
     * @param ways which ones there are
     */
    record Delivery(Set<Way> ways) implements GateSettings {
        public Delivery {
            ways = Set.copyOf(ways);
        }
    }

    /** How something is handed over. */
    enum Way {
        /** 快递, paid by us or before. */
        COURIER_PREPAID,
        /** 快递到付 */
        COURIER_COLLECT,
        /** 自取 */
        PICKUP
    }

    /**
     * The certificate is bound on the procurement platform.
     *
     * @param where what to do there
     */
    record Activation(Words where) implements GateSettings {}

    /**
     * A locked key is unlocked.
     *
     * @param modes which ways there are
     */
    record Unlocking(List<UnlockMode> modes) implements GateSettings {
        public Unlocking {
            modes = List.copyOf(modes);
        }
    }

    /** How an unlocking is granted. */
    enum UnlockMode {
        /** Whoever reads the code that goes to the agent's mobile. */
        SMS_CODE,
        /** Whoever follows the link that goes to the agent's mail address. */
        EMAIL_LINK,
        OFFICER,
        COUNTER;

        /** Whether a member of the staff grants it. */
        public boolean byStaff() {
            return this == OFFICER || this == COUNTER;
        }
    }

    /**
     * The status of the certificate that the case is about is changed.
     *
     * @param deed how
     */
    record Ending(Deed deed) implements GateSettings {}

    /**
     * The certificate that the case is about is enabled for a further project (应用开通); nothing is issued.
     *
     * @param project the field whose answer names the project, one of its options; null for the project of the plan itself
     */
    record Enablement(@Nullable String project) implements GateSettings {}

    /**
     * An account signs in with another mobile number from then on.
     *
     * @param from the field with the number until now
     * @param to the field with the new number
     */
    record MobileChange(String from, String to) implements GateSettings {}

    /** Whose turn it is while the gate is open. */
    default Turn turn() {
        return switch (this) {
            case Form _,
                    Consent _,
                    Papers _,
                    Submission _,
                    Payment _,
                    Identification _,
                    BankCheck _,
                    KeyProof _,
                    Activation _,
                    Unlocking _ ->
                    Turn.SUBSCRIBER;
            case Review _, Delivery _ -> Turn.STAFF;
            case Production(var makers) ->
                    makers.contains(Maker.SUBSCRIBER) ? Turn.SUBSCRIBER : Turn.STAFF;
            case Ending _, Enablement _, MobileChange _ -> Turn.HALL;
        };
    }

    /** Which kind of gate these are the settings of. */
    default GateKind kind() {
        return switch (this) {
            case Form _ -> GateKind.FORM;
            case Consent _ -> GateKind.CONSENT;
            case Papers _ -> GateKind.PAPERS;
            case Submission _ -> GateKind.SUBMISSION;
            case Review _ -> GateKind.REVIEW;
            case Payment _ -> GateKind.PAYMENT;
            case Production _ -> GateKind.PRODUCTION;
            case Identification _ -> GateKind.IDENTITY;
            case BankCheck _ -> GateKind.BANK_CHECK;
            case KeyProof _ -> GateKind.KEY;
            case Delivery _ -> GateKind.DELIVERY;
            case Activation _ -> GateKind.ACTIVATION;
            case Unlocking _ -> GateKind.UNLOCK;
            case Ending _ -> GateKind.CERTIFICATE_STATUS;
            case Enablement _ -> GateKind.ENABLEMENT;
            case MobileChange _ -> GateKind.MOBILE_CHANGE;
        };
    }

    /** Who may produce. */
    enum Maker {
        /** The subscriber on an own computer. */
        SUBSCRIBER,
        /** A producer officer at the counter. */
        PRODUCER
    }
}

package org.yinxin.hall.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.Money;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.catalogue.Turn;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.outcome.Violation;
import org.yinxin.hall.reference.CaseNumber;

/**
 * One application as its subscriber (and staff) may see it: personal answers are masked.
 *
 * @param number the case
 * @param plan the plan it was opened under
 * @param planVersion the version of that plan
 * @param business what was applied for
 * @param title the business's title
 * @param openedAt when it was opened
 * @param status the status in the plan's words
 * @param next what happens next; null when nothing will any more
 * @param gates the list of tasks
 * @param form the answers, masked where personal
 * @param violations what is wrong or missing in the answers
 * @param warnings what an officer will look at twice
 * @param papers the papers asked for and given
 * @param agreement the agreement to accept; null when the plan asks for none
 * @param order the bill; null while nothing is to be paid
 * @param certificates serial numbers of what was issued
 * @param deliveries what was handed over to the subscriber, oldest first
 * @param timeline what happened, oldest first
 * @param about the certificate that the case is about; null when it is about none
 */
public record ApplicationView(
        CaseNumber number,
        PlanCode plan,
        int planVersion,
        BusinessCode business,
        Words title,
        Instant openedAt,
        Status status,
        @Nullable NextStep next,
        List<Gate> gates,
        Map<String, String> form,
        List<Violation> violations,
        List<Violation> warnings,
        List<Paper> papers,
        @Nullable Agreement agreement,
        @Nullable Order order,
        List<String> certificates,
        List<HandedOver> deliveries,
        List<Moment> timeline,
        @Nullable CertificateAbout about) {

    /**
     * The certificate that the case is about.
     *
     * @param serial of its signing certificate
     * @param until the end of its validity
     */
    public record CertificateAbout(String serial, Instant until) {}

    /**
     * The status, derived from the gates.
     *
     * @param code gate and state, such as {@code REVIEW_OPEN}, or {@code FINISHED}
     * @param words the plan's words for it
     */
    public record Status(String code, Words words) {}

    /**
     * What happens next.
     *
     * @param gate the gate it happens at
     * @param title that gate's title
     * @param promise how long it takes, when it is ours to do and the plan says so
     * @param turn whose turn it is
     */
    public record NextStep(GateCode gate, Words title, @Nullable Words promise, Turn turn) {}

    /** How one task stands, for the list of tasks. */
    public enum GateStanding {
        SHUT,
        OPEN,
        PASSED,
        RETURNED,
        REFUSED
    }

    /**
     * One task.
     *
     * @param code the gate
     * @param title what it is called
     * @param standing how it stands
     * @param words the plan's status words for that; null while shut
     * @param turn whose task it is
     * @param settings what has to be done, to choose the page for it
     * @param at since when it stands so; null while it was never done
     * @param by who did it, as a word of {@link Who}; null while it was never done
     * @param spared whether it is passed because the plan does not ask for it this time
     * @param reasons what was returned or refused, and why
     */
    public record Gate(
            GateCode code,
            Words title,
            GateStanding standing,
            @Nullable Words words,
            Turn turn,
            GateSettings settings,
            @Nullable Instant at,
            @Nullable Who by,
            boolean spared,
            List<ItemReasonView> reasons) {}

    /** Kinds of people, so that no member of the staff is named to a subscriber. */
    public enum Who {
        SUBSCRIBER,
        STAFF,
        HALL
    }

    /**
     * A reason in words.
     *
     * @param item field or paper code; empty for the whole
     * @param itemLabel what it is called; null for the whole
     * @param reason the reason's words from the plan
     * @param text what the officer added; may be empty
     */
    public record ItemReasonView(
            String item, @Nullable Words itemLabel, Words reason, String text) {}

    /**
     * One paper.
     *
     * @param code its code
     * @param title what it is called
     * @param help what must be seen on it
     * @param required whether this subscriber must give it
     * @param changeable whether it may be given or replaced now
     * @param state how it stands
     * @param format the format found in its bytes; null while missing
     * @param bytes its size; null while missing
     * @param attachedAt when it was given; null while missing
     */
    public record Paper(
            String code,
            Words title,
            @Nullable Words help,
            boolean required,
            boolean changeable,
            PaperState state,
            @Nullable String format,
            @Nullable Long bytes,
            @Nullable Instant attachedAt) {}

    /** How a paper stands. */
    public enum PaperState {
        MISSING,
        GIVEN,
        RETURNED
    }

    /**
     * The agreement.
     *
     * @param code its code
     * @param version the version accepted, or the one to accept
     * @param sm3 the digest of that version's text
     * @param accepted whether it was accepted
     */
    public record Agreement(String code, int version, String sm3, boolean accepted) {}

    /**
     * The bill.
     *
     * @param id the order's number
     * @param state the order's state
     * @param amount what is to be paid
     * @param checked whether a voucher of it is being checked, so that nothing is to be done
     */
    public record Order(String id, String state, Money amount, boolean checked) {}

    /**
     * What was handed over.
     *
     * @param gate the gate that waited for it
     * @param way how
     * @param carrier the courier; null when it was collected
     * @param trackingNumber the number of the parcel; null when it was collected
     * @param at when
     */
    public record HandedOver(
            GateCode gate,
            GateSettings.Way way,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at) {}

    /**
     * One line of the time line.
     *
     * @param at when
     * @param who what kind of person
     * @param what the plan's words
     */
    public record Moment(Instant at, Who who, Words what) {}
}

package org.yinxin.hall.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.application.gate.GateChange;
import org.yinxin.hall.catalogue.BusinessCode;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.PlanCode;
import org.yinxin.hall.reference.CaseNumber;
import org.yinxin.hall.reference.Place;
import org.yinxin.hall.subscriber.Departure;

/** All applications. */
interface Applications {

    /**
     * Files a new one, unless the number is taken or the account has an open one where it may have one only.
     *
     * @return whether it was filed
     */
    boolean add(Application application);

    Optional<Application> find(CaseNumber number);

    /** Finds it and keeps everybody else from changing it until the transaction ends. */
    Optional<Application> lock(CaseNumber number);

    /** The open case that stands in the way of another one. */
    Optional<CaseNumber> openCase(AccountId account, PlanCode plan, BusinessCode business);

    /** The open case of a business about a pair of certificates, whosever it is. */
    Optional<CaseNumber> openCase(UUID pair, BusinessCode business);

    /** Makes an application one about another certificate. */
    Application move(Application application, About about, Instant at);

    /** Newest first. */
    List<Application> all(Collection<CaseNumber> numbers);

    /**
     * Newest first.
     *
     * @param unit only those for the organisation with this credit code; null for all
     * @param lost what is left out, because the account may not act for an organisation any more
     * @param after only those behind this place, by the moment of their opening; null for the newest
     */
    List<Application> ofAccount(
            AccountId account,
            @Nullable String unit,
            List<Departure> lost,
            @Nullable Place after,
            int limit);

    /**
     * Stores what changed and the history of it.
     *
     * @param before as it was read
     * @param after as it shall be
     * @return as it is now, to go on with
     */
    Application store(
            Application before, Application after, List<GateChange> changes, Instant at, String by);

    /** All changes of its gates, oldest first. */
    List<Step> history(CaseNumber number);

    /** Makes a case another account's, inside the transaction that found that account again. */
    void handOver(CaseNumber number, AccountId account);

    /**
     * One change of one gate, as history has it.
     *
     * @param gate the gate
     * @param became the name of the state it came to
     * @param at when
     * @param by who, as {@code Actor.reference()}
     * @param evidence on what grounds it was passed; null for other changes
     */
    record Step(GateCode gate, String became, Instant at, String by, @Nullable String evidence) {}
}

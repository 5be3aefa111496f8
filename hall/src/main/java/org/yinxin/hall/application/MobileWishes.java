package org.yinxin.hall.application;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinxin.hall.account.AccountError;
import org.yinxin.hall.account.ChangeMobile;
import org.yinxin.hall.account.ChangeMobile.Wish;
import org.yinxin.hall.application.gate.GateState;
import org.yinxin.hall.catalogue.GatePlan;
import org.yinxin.hall.catalogue.GateSettings;
import org.yinxin.hall.catalogue.GateSettings.Party;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/** What a case wants to change about the sign-in of an account, and whether that can be looked at by reviewers. */
@Component
class MobileWishes {

    private final ChangeMobile changeMobile;
    private final Applications applications;

    MobileWishes(ChangeMobile changeMobile, Applications applications) {
        this.changeMobile = changeMobile;
        this.applications = applications;
    }

    /** Empty for other businesses, and while a number is missing. */
    static Optional<Wish> of(Application application, Contents contents) {
        return settings(application)
                .flatMap(
                        change ->
                                number(contents, change.from())
                                        .flatMap(
                                                from ->
                                                        number(contents, change.to())
                                                                .map(
                                                                        to ->
                                                                                new Wish(
                                                                                        application
                                                                                                .account(),
                                                                                        from,
                                                                                        to))));
    }

    private static Optional<GateSettings.MobileChange> settings(Application application) {
        return application.business().settings(GateSettings.MobileChange.class).findFirst();
    }

    private static Optional<MobileNumber> number(Contents contents, String field) {
        return Optional.ofNullable(contents.values().get(field))
                .flatMap(text -> MobileNumber.check(text).accepted());
    }

    /**
     * Why it cannot be submitted. That a number is somebody else's sign-in is told only when the case has proved that number.
     */
    Optional<Refusal> atSubmission(Application application, Contents contents) {
        return of(application, contents)
                .flatMap(
                        wish ->
                                changeMobile
                                        .asked(wish)
                                        .or(() -> taken(application, wish))
                                        .map(error -> refusal(application, error)));
    }

    /** Why it is not for whoever applies to ask for. */
    Optional<Refusal> asked(Application application, Contents contents) {
        return of(application, contents)
                .flatMap(changeMobile::asked)
                .map(error -> refusal(application, error));
    }

    private Optional<AccountError> taken(Application application, Wish wish) {
        if (!proved(application)) {
            return Optional.empty();
        }
        return applicantIsSettled(wish)
                ? Optional.of(AccountError.MOBILE_TAKEN)
                : changeMobile.possible(wish).filter(error -> error == AccountError.MOBILE_TAKEN);
    }

    /**
     * Whether an account that signs in with the new number is used for more than to ask for this: then it is not closed for
     * the sake of another one.
     */
    boolean applicantIsSettled(Wish wish) {
        return changeMobile.recovers(wish)
                && applications.ofAccount(wish.applicant(), null, List.of(), null, 2).size() > 1;
    }

    private static boolean proved(Application application) {
        return application.business().gates(GateSettings.Identification.class).stream()
                .filter(
                        gate ->
                                ((GateSettings.Identification) gate.settings()).party()
                                        == Party.NEW_MOBILE)
                .map(GatePlan::code)
                .anyMatch(gate -> application.gates().state(gate) instanceof GateState.Passed);
    }

    private static Refusal refusal(Application application, AccountError error) {
        String field =
                settings(application)
                        .map(
                                change ->
                                        error == AccountError.MOBILE_NOT_OWN
                                                ? change.from()
                                                : change.to())
                        .orElse("");
        return new Refusal(
                error, List.of(new Violation(field, "error." + error.number())), List.of());
    }
}

package org.yinxin.hall.application;

import java.util.List;

/**
 * What a search found.
 *
 * @param cases at most so many as anybody reads
 * @param more whether there are more: say more of what you look for
 */
public record FoundCases(List<Found> cases, boolean more) {

    public FoundCases {
        cases = List.copyOf(cases);
    }

    /**
     * One of them.
     *
     * @param by what it was found by
     * @param about the case; the applicant's name is masked where it may be a person's
     * @param reviewed whether the reviewers have seen it
     */
    public record Found(IdentifierKind by, ApplicationSummary about, boolean reviewed) {}
}

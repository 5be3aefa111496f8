/**
 * Review (审核): two people of the staff look at what was submitted. The entry officer (受理员) compares every item
 * with the papers, the approving officer (审核员), always another person, approves, returns with a reason for each
 * item, or refuses.
 *
 * <p>A case is known here by its number and by the dossier that was submitted; what kind of business it belongs to
 * and what happens after the decision is not. The decision is published as {@link org.yinxin.hall.review.ReviewDecided}
 * in the transaction that makes it.
 *
 * <p>电子签名法 article 20: the certification service checks the applicant's identity and examines the papers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "actor",
            "archive",
            "audit",
            "calendar",
            "catalogue",
            "outcome",
            "privacy",
            "reference",
            "web"
        })
package org.yinxin.hall.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.yinxin.hall.subscriber;

import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.reference.CaseNumber;

/**
 * Somebody who knows which cases are out of an account's reach, because it may not act for their organisation any more.
 * Asked by the rooms that keep things of a case under its number and its account alone.
 */
public interface LostCases {

    /** Whether the account has lost the case. */
    boolean lost(AccountId account, CaseNumber number);
}

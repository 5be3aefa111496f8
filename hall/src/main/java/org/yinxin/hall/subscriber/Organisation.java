package org.yinxin.hall.subscriber;

import org.yinxin.hall.code.InstitutionKind;
import org.yinxin.hall.code.UnifiedSocialCreditCode;

/**
 * One organisation.
 *
 * @param id who
 * @param creditCode its credit code
 * @param name its name, as last approved
 * @param kind its kind, as its credit code says
 */
public record Organisation(
        SubscriberId id, UnifiedSocialCreditCode creditCode, String name, InstitutionKind kind) {}

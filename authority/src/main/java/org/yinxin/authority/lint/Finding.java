package org.yinxin.authority.lint;

import org.yinxin.authority.IssuanceRefusal;

/**
 * One broken rule.
 *
 * @param refusal how the caller is told
 * @param rule the rule's name
 * @param clause the text that it serves
 * @param sentence what is wrong, without personal data
 */
public record Finding(IssuanceRefusal refusal, String rule, String clause, String sentence) {

    @Override
    public String toString() {
        return sentence + " (" + clause + ")";
    }
}

package org.yinxin.authority.check;

import org.yinxin.authority.AuthorityCode;

/**
 * Something that is wrong with a stored certificate.
 *
 * @param authority under which it is stored
 * @param serial under which it is stored, in lower-case hexadecimal digits; what stands in it may be another one
 * @param sentence what is wrong, without personal data
 */
public record Objection(AuthorityCode authority, String serial, String sentence) {

    @Override
    public String toString() {
        return authority + " " + serial + ": " + sentence;
    }
}

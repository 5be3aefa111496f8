package org.yinxin.custody;

import java.util.regex.Pattern;

/**
 * One of the people who together may let a key out. Whoever calls the custody has made sure who it is.
 *
 * @param name a stable identifier such as {@code operator:7f3a}, and not a person's name, because it goes into the journal;
 *     small letters, digits and {@code . _ : -} only, so that one person cannot be spelt in two ways
 */
public record Custodian(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,63}");

    /**
     * Refuses what two spellings could be made of.
     *
     * @throws IllegalArgumentException when it is no such identifier
     */
    public Custodian {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a custodian is named by a plain identifier");
        }
    }

    @Override
    public String toString() {
        return "custodian:" + name;
    }
}

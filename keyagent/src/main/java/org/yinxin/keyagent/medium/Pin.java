package org.yinxin.keyagent.medium;

import java.util.regex.Pattern;

/**
 * What the user knows. It is never printed and never stored.
 *
 * @param value as typed
 */
public record Pin(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{6,32}");

    /** Whether it may be set as a new PIN: 6 to 32 visible ASCII characters, no run such as 123456, at least three kinds. */
    public boolean fit() {
        return FORM.matcher(value).matches()
                && value.chars().distinct().count() >= 3
                && !run(1)
                && !run(-1);
    }

    private boolean run(int step) {
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) - value.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }
}

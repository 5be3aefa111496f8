package org.yinxin.hall.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in. It comes from the address bar, so only paths of this hall are believed. */
public final class LocalPath {

    // No second slash or backslash at the front, which browsers take for another host; no control
    // characters and no backslash anywhere, which they drop or turn.
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,500}");
    private static final Pattern ROUND_TRIP = Pattern.compile("/(staff/)?sign-(in|out)([/?].*)?");

    private LocalPath() {}

    /** The wanted path if it is one of ours, else the other. */
    public static String orElse(@Nullable String wanted, String other) {
        return wanted != null
                        && LOCAL.matcher(wanted).matches()
                        && !ROUND_TRIP.matcher(wanted).matches()
                ? wanted
                : other;
    }
}

package org.yinxin.standins.identity;

import java.util.Map;

/**
 * An answer of a source.
 *
 * @param last whether the same key is always answered so from now on
 */
record Reply(int status, Map<String, ?> body, boolean last) {

    static Reply of(Map<String, ?> body) {
        return new Reply(200, body, true);
    }

    /** The same question may be answered otherwise later. */
    static Reply forNow(Map<String, ?> body) {
        return new Reply(200, body, false);
    }

    static Reply fault(int status, String words) {
        return new Reply(status, Map.of("error", words), false);
    }
}

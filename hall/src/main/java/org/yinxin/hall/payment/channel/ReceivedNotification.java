package org.yinxin.hall.payment.channel;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call-back as it came in, not yet believed.
 *
 * @param headers by name; looked up whatever their case
 * @param body as received, byte for byte, because the signature is over it
 */
public record ReceivedNotification(Map<String, String> headers, String body) {

    public ReceivedNotification {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** The header, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}

package org.yinxin.hall.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of further pages of what is a subscriber's own. */
public final class NextPage {

    private NextPage() {}

    /**
     * The page behind a place.
     *
     * @param unit the organisation that alone is listed, as it was asked for; null for all
     */
    public static String of(String path, @Nullable String unit, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (unit != null) {
            address.queryParam("unit", "{unit}");
        }
        return address.queryParam("after", "{after}")
                .encode()
                .buildAndExpand(
                        unit == null
                                ? Map.of("after", after)
                                : Map.of("unit", unit, "after", after))
                .toUriString();
    }
}

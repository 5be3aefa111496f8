package org.yinxin.hall.application.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a key medium asks to be certified.
 *
 * @param signingRequest PKCS#10, PEM
 */
public record ProductionRequest(@Nullable String signingRequest) {

    byte[] octets() {
        return signingRequest == null
                ? new byte[0]
                : signingRequest.getBytes(StandardCharsets.UTF_8);
    }
}

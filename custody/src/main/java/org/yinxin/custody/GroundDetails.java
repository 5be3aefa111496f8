package org.yinxin.custody;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import org.yinxin.pki.key.Sm3;

/** What the journal keeps of a ground: of free text only its digest, because people write names there. */
final class GroundDetails {

    private GroundDetails() {}

    static Map<String, String> of(Ground ground) {
        return switch (ground) {
            case RecoveryReason(String text) ->
                    Map.of("reasonSm3", HexFormat.of().formatHex(Sm3.digest(text.getBytes(UTF_8))));
            case JudicialOrder(String authority, String number) ->
                    Map.of("authorityName", authority, "documentNumber", number);
        };
    }
}

package org.yinxin.hall.review;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinxin.hall.catalogue.Reason;
import org.yinxin.hall.privacy.ColumnCipher;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How dossiers, notes and reasons lie in their columns: as JSON, sealed where somebody's data may be in it. */
@Component
class SealedJson {

    private final JsonMapper json = JsonMapper.builder().build();
    private final ColumnCipher cipher;

    SealedJson(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(Object value) {
        return cipher.seal(write(value));
    }

    Dossier dossier(byte[] sealed) {
        return json.readValue(cipher.open(sealed), Dossier.class);
    }

    List<ItemReason> itemReasons(byte[] sealed) {
        return json.readValue(cipher.open(sealed), new TypeReference<List<ItemReason>>() {});
    }

    byte[] sealText(String text) {
        return cipher.seal(text);
    }

    String text(byte[] sealed) {
        return cipher.open(sealed);
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    List<Reason> reasons(String text) {
        return json.readValue(text, new TypeReference<List<Reason>>() {});
    }

    Map<String, Verdict> verdicts(String text) {
        return json.readValue(text, new TypeReference<Map<String, Verdict>>() {});
    }
}

package org.yinxin.standins.wechat;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer to a merchant.
 *
 * @param status the HTTP status
 * @param body JSON, or empty for 204
 */
record Answer(int status, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer ok(Map<String, ?> body) {
        return new Answer(200, JSON.writeValueAsString(body));
    }

    static Answer nothing() {
        return new Answer(204, "");
    }

    /** An error as the real interface words it: {@code {"code": …, "message": …}}. */
    static Answer error(int status, String code, String message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        return new Answer(status, JSON.writeValueAsString(body));
    }
}

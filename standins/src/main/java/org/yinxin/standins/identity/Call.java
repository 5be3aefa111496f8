package org.yinxin.standins.identity;

import tools.jackson.databind.JsonNode;

/**
 * One request to a source.
 *
 * @param path the path as it was asked for
 * @param key the idempotency key; empty where none is needed
 * @param body what was sent; an empty object where nothing was
 * @param madeUp what its values choose
 */
record Call(String path, String key, JsonNode body, MadeUp madeUp) {

    /** A value of the body, or an empty text. */
    String text(String field) {
        return body.path(field).asString("");
    }
}

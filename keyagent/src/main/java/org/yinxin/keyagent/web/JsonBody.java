package org.yinxin.keyagent.web;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The object that a page sent. What is absent or of another type reads as empty, so the checks behind meet it as such. */
final class JsonBody {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static final JsonBody EMPTY = new JsonBody(JSON.createObjectNode());

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /** Empty when the bytes are no JSON object. */
    static Optional<JsonBody> parse(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node.isObject() ? Optional.of(new JsonBody(node)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    String text(String name) {
        return object.path(name).stringValue("");
    }

    JsonBody object(String name) {
        return new JsonBody(object.path(name));
    }

    List<String> texts(String name) {
        return object.path(name).valueStream().map(node -> node.stringValue("")).toList();
    }

    boolean has(String name) {
        return object.path(name).isString();
    }

    /** Octets in Base64; empty when they are not. */
    byte[] octets(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The DER inside a PEM frame of any label, or bare Base64; empty when it is neither. */
    byte[] der(String name) {
        String body = text(name).replaceAll("-----[A-Z0-9 ]+-----|\\s", "");
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "JsonBody[…]";
    }
}

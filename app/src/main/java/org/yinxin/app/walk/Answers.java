package org.yinxin.app.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/**
 * What the walker writes into forms, about nobody who exists. Plans share the names of their fields; where an answer
 * is to be chosen and none is written down, the first one offered is taken.
 */
record Answers(Map<String, String> byField) {

    private static final String MOBILE = "agentMobile";

    Answers {
        byField = Map.copyOf(byField);
    }

    static Answers read() {
        try (InputStream answers = Answers.class.getResourceAsStream("answers.properties")) {
            if (answers == null) {
                throw new StepFailed("the answers of the demonstration are missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(answers, StandardCharsets.UTF_8));
            Map<String, String> byField = new LinkedHashMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(name -> byField.put(name, properties.getProperty(name)));
            return new Answers(byField);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The telephone that the walker signs in with. */
    String mobile() {
        return answer(MOBILE);
    }

    /** The answers to the questions of one gate, as far as they concern whoever answers so. */
    Map<String, String> at(JsonNode business, String gate) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonNode field : business.path("fields")) {
            String name = field.path("name").asString();
            if (gate.equals(field.path("gate").asString()) && concerned(business, field)) {
                answers.put(name, answer(business, field));
            }
        }
        return answers;
    }

    private boolean concerned(JsonNode business, JsonNode field) {
        return switch (field.path("required").asString()) {
            case "ALWAYS" -> true;
            case "WHEN" -> {
                String asked = field.path("whenField").asString();
                String given = "";
                for (JsonNode other : business.path("fields")) {
                    if (asked.equals(other.path("name").asString())) {
                        given = answer(business, other);
                    }
                }
                yield contains(field.path("whenAnswers"), given);
            }
            default -> false;
        };
    }

    private String answer(JsonNode business, JsonNode field) {
        String name = field.path("name").asString();
        JsonNode options = field.path("options");
        if (!options.isEmpty()) {
            String written = byField.getOrDefault(name, "");
            for (JsonNode option : options) {
                if (written.equals(option.path("value").asString())) {
                    return written;
                }
            }
            return options.path(0).path("value").asString();
        }
        return "YEARS".equals(field.path("type").asString())
                ? business.path("years").path(0).asString()
                : answer(name);
    }

    private String answer(String name) {
        String answer = byField.get(name);
        if (answer == null) {
            throw new StepFailed("the answers of the demonstration lack " + name);
        }
        return answer;
    }

    private static boolean contains(JsonNode texts, String text) {
        for (JsonNode each : texts) {
            if (text.equals(each.asString())) {
                return true;
            }
        }
        return false;
    }
}

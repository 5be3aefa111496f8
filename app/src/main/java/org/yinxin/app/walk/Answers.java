package org.yinxin.app.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What the walker writes into the form of a plan: a resource named like the plan, about nobody who exists. */
record Answers(Map<String, String> form) {

    private static final String MOBILE = "agentMobile";

    Answers {
        form = Map.copyOf(form);
    }

    static Answers of(String plan) {
        String name = plan.replaceAll("[^a-z0-9-]", "") + ".properties";
        try (InputStream answers = Answers.class.getResourceAsStream(name)) {
            if (answers == null) {
                throw new StepFailed("the demonstration has no answers for the plan " + plan);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(answers, StandardCharsets.UTF_8));
            Map<String, String> form = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(n -> form.put(n, properties.getProperty(n)));
            return new Answers(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The telephone that the walker signs in with. */
    String mobile() {
        String mobile = form.get(MOBILE);
        if (mobile == null) {
            throw new StepFailed("the answers of the demonstration lack " + MOBILE);
        }
        return mobile;
    }
}

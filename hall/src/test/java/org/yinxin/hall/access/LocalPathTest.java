package org.yinxin.hall.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inbox",
                "/applications/2611-7K4M-9QTX?lang=en",
                "/staff/audit?subject=application%3A1"
            })
    void believes_paths_of_the_hall(String path) {
        assertThat(LocalPath.orElse(path, "/else")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "inbox",
                "//evil.example",
                "/\\evil.example",
                "/\\/evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\\b",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/中文",
                "/sign-in?then=/sign-in",
                "/staff/sign-in",
                "/sign-out"
            })
    void does_not_believe_anything_that_may_lead_elsewhere(String path) {
        assertThat(LocalPath.orElse(path, "/else")).isEqualTo("/else");
    }
}

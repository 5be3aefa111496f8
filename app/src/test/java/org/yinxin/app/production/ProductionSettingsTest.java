package org.yinxin.app.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.app.StartRefused;

class ProductionSettingsTest {

    @TempDir Path folder;

    private Map<String, String> complete() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Requirement each : Requirement.ALL) {
            settings.put(
                    each.name(),
                    switch (each.kind()) {
                        case TEXT -> "1900000001";
                        case SECRET_FILE -> secret(each.name());
                        case FOLDER -> folder.toString();
                        case OUTSIDE_ADDRESS -> "https://hall.example.org";
                    });
        }
        return settings;
    }

    private String secret(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.writeString(file, "secret");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file.toString();
    }

    private Path file(Map<String, String> settings) throws IOException {
        StringBuilder lines = new StringBuilder();
        settings.forEach((name, value) -> lines.append(name + "=" + value + "\n"));
        return Files.writeString(folder.resolve("hall.properties"), lines);
    }

    private String refusal(Map<String, String> settings) throws IOException {
        Path file = file(settings);
        StartRefused refused =
                catchThrowableOfType(StartRefused.class, () -> ProductionSettings.read(file));
        assertThat(refused.exitCode()).isEqualTo(2);
        return String.valueOf(refused.getMessage());
    }

    @Test
    void takes_a_complete_file() throws IOException {
        assertThat(ProductionSettings.read(file(complete())).settings()).isEqualTo(complete());
    }

    @Test
    void names_every_missing_setting_at_once() throws IOException {
        String refusal = refusal(Map.of("yinxin.authority.public-base-url", " "));
        for (Requirement each : Requirement.ALL) {
            assertThat(refusal).contains(each.name() + " is missing: " + each.meaning());
        }
        assertThat(refusal).contains("nothing was started");
    }

    @Test
    void names_each_single_setting_that_is_missing() throws IOException {
        for (Requirement each : Requirement.ALL) {
            Map<String, String> settings = complete();
            settings.remove(each.name());
            assertThat(refusal(settings).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(each.name());
        }
    }

    @Test
    void refuses_the_stand_ins() throws IOException {
        Map<String, String> settings = complete();
        settings.put("yinxin.web.demonstration", "true");
        settings.put("yinxin.notification.sms.url", "http://127.0.0.1:9000");
        settings.put("yinxin.hall.payment.wechat.endpoint", "http://localhost:9001");
        assertThat(refusal(settings))
                .contains("a real hall has no stand-ins")
                .contains("yinxin.notification.sms.url: http://127.0.0.1:9000 is on this computer")
                .contains("yinxin.hall.payment.wechat.endpoint: http://localhost:9001 is on this");
    }

    @Test
    void refuses_a_secret_that_is_not_there_or_is_none() throws IOException {
        Map<String, String> settings = complete();
        settings.put("yinxin.hall.column-key-file", folder.resolve("absent").toString());
        Path open = Path.of(secret("yinxin.hall.archive-key-file"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        settings.put("yinxin.authority.key-folder", folder.resolve("none").toString());
        settings.put("yinxin.authority.public-base-url", "hall");
        assertThat(refusal(settings))
                .contains("yinxin.hall.column-key-file: the file")
                .contains("may be read by others")
                .contains("there is no folder")
                .contains("hall is no address");
    }

    private Map<String, String> withDevices() throws IOException {
        Map<String, String> settings = complete();
        Path library = Files.writeString(folder.resolve("library.so"), "library");
        settings.put("yinxin.authority.keys", "sdf, pkcs11");
        settings.put("yinxin.authority.pkcs11.library", library.toString());
        settings.put("yinxin.authority.pkcs11.token", "authority");
        settings.put("yinxin.authority.pkcs11.pin-file", secret("pin"));
        settings.put("yinxin.authority.sdf.library", library.toString());
        settings.put("yinxin.authority.sdf.key-indexes", "1-8");
        settings.put("yinxin.authority.sdf.password-file", secret("password"));
        return settings;
    }

    @Test
    void takes_devices_for_the_keys_of_authorities() throws IOException {
        assertThat(ProductionSettings.read(file(withDevices())).settings())
                .isEqualTo(withDevices());
    }

    @Test
    void refuses_devices_that_are_not_wholly_set_up() throws IOException {
        Map<String, String> settings = withDevices();
        settings.put("yinxin.authority.keys", "hsm, pkcs11");
        settings.remove("yinxin.authority.pkcs11.token");
        settings.put("yinxin.authority.sdf.library", folder.resolve("absent.so").toString());
        Path open = Path.of(secret("pin"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));
        settings.put("yinxin.authority.sdf.password-file", folder.resolve("none").toString());
        assertThat(refusal(settings))
                .contains("yinxin.authority.keys is pkcs12, pkcs11 or sdf, and not hsm")
                .contains("yinxin.authority.pkcs11.token is missing")
                .contains("yinxin.authority.sdf.library: the library")
                .contains("yinxin.authority.pkcs11.pin-file: the file " + open)
                .contains("may be read by others")
                .contains("yinxin.authority.sdf.password-file: the file");
    }

    private Map<String, String> withWrappingToken() throws IOException {
        Map<String, String> settings = complete();
        Path library = Files.writeString(folder.resolve("library.so"), "library");
        settings.remove("yinxin.custody.wrapping-key-file");
        settings.put("yinxin.custody.wrapping-token.library", library.toString());
        settings.put("yinxin.custody.wrapping-token.token", "custody");
        settings.put("yinxin.custody.wrapping-token.pin-file", secret("wrapping-pin"));
        settings.put("yinxin.custody.wrapping-token.key", "wrapping-1");
        return settings;
    }

    @Test
    void takes_a_token_instead_of_a_file_for_the_wrapping_key() throws IOException {
        assertThat(ProductionSettings.read(file(withWrappingToken())).settings())
                .isEqualTo(withWrappingToken());
    }

    @Test
    void wants_the_file_again_when_the_token_is_of_before() throws IOException {
        Map<String, String> settings = withWrappingToken();
        settings.put("yinxin.custody.former-wrapping-keys", "AES-256-GCM:/a/file, device");
        assertThat(refusal(settings)).contains("yinxin.custody.wrapping-key-file is missing");
    }

    @Test
    void refuses_a_wrapping_token_that_is_not_wholly_set_up() throws IOException {
        Map<String, String> settings = withWrappingToken();
        settings.remove("yinxin.custody.wrapping-token.key");
        settings.put("yinxin.custody.wrapping-token.library", folder.resolve("no.so").toString());
        settings.put("yinxin.custody.wrapping-token.pin-file", folder.resolve("none").toString());
        assertThat(refusal(settings))
                .contains("yinxin.custody.wrapping-token.key is missing")
                .contains("yinxin.custody.wrapping-token.library: the library")
                .contains("yinxin.custody.wrapping-token.pin-file: the file");
        settings = withWrappingToken();
        settings.put("yinxin.custody.wrapping-token.token", "x".repeat(33));
        assertThat(refusal(settings)).contains("1 to 32 characters");
    }

    @Test
    void reads_yaml_as_well() throws IOException {
        Path yaml =
                Files.writeString(
                        folder.resolve("hall.yaml"),
                        "yinxin:\n  authority:\n    public-base-url: x\n");
        assertThatThrownBy(() -> ProductionSettings.read(yaml))
                .hasMessageContaining("yinxin.authority.public-base-url: x is no address");
    }

    @Test
    void says_that_the_file_cannot_be_read_or_is_none() throws IOException {
        assertThatThrownBy(() -> ProductionSettings.read(folder.resolve("absent.yaml")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("absent.yaml of --production cannot be read");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "a: [1\nb: }");
        assertThatThrownBy(() -> ProductionSettings.read(broken))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is no settings file");
    }
}

package org.yinxin.authority.key.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.pkcs11.Pkcs11Settings;
import org.yinxin.authority.key.sdf.SdfSettings;

class KeyStoreSettingsTest {

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            KeyStoreSettings.PKCS11_LIBRARY, "/usr/lib/token.so",
                            KeyStoreSettings.PKCS11_TOKEN, "authority",
                            KeyStoreSettings.PKCS11_PIN_FILE, "/etc/pin",
                            KeyStoreSettings.SDF_LIBRARY, "/usr/lib/sdf.so",
                            KeyStoreSettings.SDF_KEY_INDEXES, "1-2",
                            KeyStoreSettings.SDF_PASSWORD_FILE, "/etc/password"));

    private List<String> faults() {
        return KeyStoreSettings.faults(settings::get);
    }

    @Test
    void without_any_keys_are_in_files() {
        settings.clear();
        KeyStoreSettings read = KeyStoreSettings.of(settings::get);
        assertThat(read.making()).containsExactly(KeyStoreKind.PKCS12);
        assertThat(read.pkcs11()).isEmpty();
        assertThat(read.sdf()).isEmpty();
    }

    @Test
    void a_store_is_set_up_also_when_nothing_new_is_made_in_it() {
        KeyStoreSettings read = KeyStoreSettings.of(settings::get);
        assertThat(read.making()).containsExactly(KeyStoreKind.PKCS12);
        assertThat(read.pkcs11())
                .contains(
                        new Pkcs11Settings(
                                Path.of("/usr/lib/token.so"), "authority", Path.of("/etc/pin")));
        assertThat(read.sdf())
                .contains(
                        new SdfSettings(
                                Path.of("/usr/lib/sdf.so"),
                                List.of(1, 2),
                                Path.of("/etc/password")));
        settings.put(KeyStoreSettings.KEYS, " sdf,pkcs11 ,pkcs12");
        assertThat(KeyStoreSettings.of(settings::get).making())
                .containsExactly(KeyStoreKind.SDF, KeyStoreKind.PKCS11, KeyStoreKind.PKCS12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hsm | is pkcs12, pkcs11 or sdf, and not hsm",
                "sdf,, pkcs11 | is pkcs12, pkcs11 or sdf, and not",
                "sdf, sdf | names sdf twice",
                "pkcs12, sdf | name it last"
            })
    void refuses_what_cannot_be_meant(String keys, String words) {
        settings.put(KeyStoreSettings.KEYS, keys);
        assertThat(faults()).hasSize(1).first().asString().contains(words);
        assertThatExceptionOfType(KeyStoreUnavailableException.class)
                .isThrownBy(() -> KeyStoreSettings.of(settings::get))
                .withMessageContaining(words);
    }

    @Test
    void refuses_a_list_that_would_pass_unseen() {
        settings.put("yinxin.authority.keys[0]", "sdf");
        assertThat(faults()).hasSize(1).first().asString().contains("on one line");
    }

    @Test
    void refuses_a_store_that_is_set_up_by_half() {
        settings.remove(KeyStoreSettings.PKCS11_PIN_FILE);
        settings.put(KeyStoreSettings.SDF_PASSWORD_FILE, " ");
        assertThat(faults())
                .containsExactly(
                        "yinxin.authority.pkcs11.pin-file is missing, which the store of keys that is set up there needs",
                        "yinxin.authority.sdf.password-file is missing, which the store of keys that is set up there needs");
        settings.clear();
        settings.put(KeyStoreSettings.KEYS, "sdf");
        assertThat(faults()).hasSize(3);
    }

    @Test
    void refuses_values_that_cannot_be_right() {
        settings.put(KeyStoreSettings.PKCS11_LIBRARY, "token.so");
        settings.put(KeyStoreSettings.SDF_KEY_INDEXES, "one");
        assertThat(faults())
                .hasSize(2)
                .anyMatch(each -> each.contains("named by its whole path, not token.so"))
                .anyMatch(each -> each.contains("written like 1-8, 11 and not one"));
    }
}

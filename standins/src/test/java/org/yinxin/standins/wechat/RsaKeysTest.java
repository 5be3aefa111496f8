package org.yinxin.standins.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RsaKeysTest {

    @TempDir private Path folder;

    @Test
    void what_was_written_is_read_again_and_nobody_else_may_read_it() throws IOException {
        RsaKeys made = RsaKeys.make(new SecureRandom());
        Path place = folder.resolve("wechat");
        made.write(place);
        made.write(place);
        RsaKeys read = RsaKeys.read(place);
        assertThat(read.merchant().getPrivate()).isEqualTo(made.merchant().getPrivate());
        assertThat(read.merchant().getPublic()).isEqualTo(made.merchant().getPublic());
        assertThat(read.platform().getPublic()).isEqualTo(made.platform().getPublic());
        assertThat(read.platform().getPublic()).isNotEqualTo(made.merchant().getPublic());
        assertThat(((RSAPublicKey) read.platform().getPublic()).getModulus().bitLength())
                .isEqualTo(2048);
        for (String file : new String[] {"merchant.p8", "platform.p8"}) {
            assertThat(Files.getPosixFilePermissions(place.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void what_is_no_key_is_told() throws IOException {
        RsaKeys.make(new SecureRandom()).write(folder);
        Files.writeString(folder.resolve("platform.p8"), "not a key");
        assertThatThrownBy(() -> RsaKeys.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("not an RSA key");
        Files.delete(folder.resolve("platform.p8"));
        assertThatThrownBy(() -> RsaKeys.read(folder)).isInstanceOf(IOException.class);
    }
}

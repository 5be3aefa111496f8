package org.yinxin.app.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.pkcs11.Pkcs11Settings;
import org.yinxin.authority.key.pkcs11.TokenCipher;
import org.yinxin.custody.WrappingAlgorithm;
import org.yinxin.custody.WrappingCipher;
import org.yinxin.custody.WrappingKey;
import org.yinxin.custody.WrappingKeyAwayException;

/** The custody's wrapping key in a PKCS#11 token, where the settings name one. It is not used before the custody needs it. */
@Configuration(proxyBeanMethods = false)
public class CustodyToken {

    /** The whole path of the library that the token's maker supplies. */
    public static final String LIBRARY = "yinxin.custody.wrapping-token.library";

    /** The label of the token. */
    public static final String TOKEN = "yinxin.custody.wrapping-token.token";

    /** A file of mode 600 whose first line is the user's PIN. */
    public static final String PIN_FILE = "yinxin.custody.wrapping-token.pin-file";

    /** The label of the AES key of 256 bits. */
    public static final String KEY = "yinxin.custody.wrapping-token.key";

    /** All of them, or none. */
    public static final List<String> ALL = List.of(LIBRARY, TOKEN, PIN_FILE, KEY);

    /** Null where no token is set up; a condition would be decided when the program is built. */
    @Bean
    @Nullable WrappingKey wrappingKeyInToken(
            Environment settings, SecureRandom random, Clock clock) {
        if (settings.getProperty(LIBRARY, "").isBlank()) {
            return null;
        }
        String key = settings.getRequiredProperty(KEY);
        TokenCipher cipher =
                new TokenCipher(
                        new Pkcs11Settings(
                                Path.of(settings.getRequiredProperty(LIBRARY)),
                                settings.getRequiredProperty(TOKEN),
                                Path.of(settings.getRequiredProperty(PIN_FILE))),
                        key,
                        clock);
        return WrappingKey.inDevice(
                key, WrappingAlgorithm.AES_256_GCM, new InToken(cipher), random);
    }

    /** The custody knows no tokens, and the authority's tokens no custody. */
    private record InToken(TokenCipher token) implements WrappingCipher {
        @Override
        public byte[] encrypt(byte[] nonce, byte[] bound, byte[] clear) {
            return answered(() -> token.encrypt(nonce, bound, clear));
        }

        @Override
        public Optional<byte[]> decrypt(byte[] nonce, byte[] bound, byte[] sealed) {
            return answered(() -> token.decrypt(nonce, bound, sealed));
        }

        private static <T> T answered(Supplier<T> deed) {
            try {
                return deed.get();
            } catch (KeyStoreUnavailableException e) {
                throw new WrappingKeyAwayException(String.valueOf(e.getMessage()), e);
            }
        }
    }
}

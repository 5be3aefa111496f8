package org.yinxin.authority.responder;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyHandle;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/**
 * The keys of delegated responders: a folder of their own with a password of its own, {@code password}, which can be carried
 * whole to a computer that answers and never sees the keys of the authorities.
 */
public final class ResponderKeys {

    /** The usual name of the folder. */
    public static final String FOLDER = "responders";

    private ResponderKeys() {}

    /** Of a folder; its password is made with the first key. */
    public static AuthorityKeys in(Path folder, SecureRandom random, Clock clock) {
        AuthorityKeys keys = reading(folder, random, clock);
        return new AuthorityKeys() {
            @Override
            public KeyHandle create(String label, KeyAlgorithm algorithm) {
                PasswordFile.ensure(password(folder), random);
                return keys.create(label, algorithm);
            }

            @Override
            public SigningKey open(KeyHandle handle, KeyPurpose purpose) {
                return keys.open(handle, purpose);
            }
        };
    }

    /** Of a folder that somebody else has filled. */
    public static AuthorityKeys reading(Path folder, SecureRandom random, Clock clock) {
        return new Pkcs12AuthorityKeys(folder, password(folder), random, clock);
    }

    private static Path password(Path folder) {
        return folder.resolve("password");
    }
}

package org.yinxin.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.yinxin.app.wiring.World;
import org.yinxin.authority.key.AuthorityKeys;
import org.yinxin.authority.key.KeyPurpose;
import org.yinxin.authority.key.PasswordFile;
import org.yinxin.authority.key.Pkcs12AuthorityKeys;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.SigningKey;

/** What the cryptographic library alone does: the limit that nothing which signs by it comes over. */
public final class SignaturesAlone {

    private static final long ROUND = 4_000_000_000L;

    private SignaturesAlone() {}

    /**
     * How many signatures over so many octets one thread makes in a CPU second.
     *
     * @param folder where a key can be made, on the way of an authority's
     */
    public static double perCore(Path folder, KeyAlgorithm algorithm, int octets) {
        Path password = folder.resolve("limit-password");
        PasswordFile.create(password, World.random());
        AuthorityKeys keys =
                new Pkcs12AuthorityKeys(
                        folder.resolve("limit"), password, World.random(), World.clock(0));
        SigningKey key = keys.open(keys.create("limit", algorithm), KeyPurpose.SIGN_CERTIFICATES);
        byte[] content = new byte[octets];
        round(key, content);
        return round(key, content);
    }

    private static double round(SigningKey key, byte[] content) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long end = System.nanoTime() + ROUND;
        long signed = 0;
        while (System.nanoTime() < end) {
            key.sign(content);
            signed++;
        }
        return signed
                / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }
}

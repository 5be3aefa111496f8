package org.yinxin.app.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinxin.app.installation.Secrets;
import org.yinxin.standins.identity.BankStandIn;
import org.yinxin.standins.identity.EnterpriseRegisterStandIn;
import org.yinxin.standins.identity.RealNameStandIn;
import org.yinxin.standins.identity.Transfer;

/** The stand-ins of the sources that identify people, organisations and accounts, with a new secret at each start. */
final class IdentityStandIns {

    private static final String SOURCE = "yinxin.identification.source.";
    private static final int SECRET_BYTES = 32;

    private final RealNameStandIn realName;
    private final EnterpriseRegisterStandIn register;
    private final BankStandIn bank;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private IdentityStandIns(String secret, Path file, Clock clock, SecureRandom random) {
        this.realName = RealNameStandIn.start(0, secret, clock, random);
        this.register = EnterpriseRegisterStandIn.start(0, secret);
        this.bank = BankStandIn.start(0, secret, clock);
        Map.of(
                        "real-name", realName.baseUrl(),
                        "register", register.baseUrl(),
                        "bank", bank.baseUrl())
                .forEach(
                        (name, url) -> {
                            settings.put(SOURCE + name + ".url", url.toString());
                            settings.put(SOURCE + name + ".secret-file", file.toString());
                        });
    }

    static IdentityStandIns start(Path folder, Clock clock, SecureRandom random, String publicUrl)
            throws IOException {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        Files.createDirectories(folder);
        Path file = folder.resolve("identity.secret");
        Secrets.write(file, secret);
        IdentityStandIns started = new IdentityStandIns(secret, file, clock, random);
        started.settings.put(SOURCE + "face-callback", publicUrl + "/identification/face/notify");
        return started;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** What arrived on the accounts of the test bank, newest first. */
    List<Transfer> transfers() {
        return bank.transfers();
    }

    /** The person looks into the telephone, or somebody else does. */
    boolean look(String link, boolean yes) {
        return realName.look(link, yes);
    }

    void close() {
        realName.close();
        register.close();
        bank.close();
    }
}

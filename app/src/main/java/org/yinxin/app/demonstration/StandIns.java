package org.yinxin.app.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yinxin.app.StartRefused;
import org.yinxin.app.installation.DataFolder;
import org.yinxin.app.installation.Reasons;
import org.yinxin.app.installation.Secrets;
import org.yinxin.app.wiring.World;
import org.yinxin.keyagent.KeyAgent;
import org.yinxin.keyagent.KeyAgentSettings;
import org.yinxin.standins.mail.MailStandIn;
import org.yinxin.standins.sms.SmsGatewayStandIn;
import org.yinxin.standins.wechat.Merchant;
import org.yinxin.standins.wechat.RsaKeys;
import org.yinxin.standins.wechat.Settings;
import org.yinxin.standins.wechat.WeChatPayStandIn;

/**
 * The stand-ins of a demonstration, each on a free port of this computer. The hall reaches them as it would reach the
 * real services, over HTTP and with keys from files; only {@link #settings()} tells it where.
 */
public final class StandIns {

    private static final String WECHAT = "yinxin.hall.payment.wechat.";

    // Made up: no bank has this account.
    private static final String TRANSFER = "yinxin.hall.payment.transfer.";

    private final WeChatPayStandIn wechat;
    private final SmsGatewayStandIn sms;
    private final MailStandIn mail;
    private final IdentityStandIns identity;
    private final KeyAgent keyAgent;
    private final Map<String, String> settings = new LinkedHashMap<>();

    private StandIns(
            WeChatPayStandIn wechat,
            SmsGatewayStandIn sms,
            MailStandIn mail,
            IdentityStandIns identity,
            KeyAgent keyAgent) {
        this.wechat = wechat;
        this.sms = sms;
        this.mail = mail;
        this.identity = identity;
        this.keyAgent = keyAgent;
        settings.put("yinxin.web.demonstration", "true");
        settings.put("yinxin.web.key-agent", keyAgent());
        settings.put("yinxin.notification.sms.url", sms.baseUrl().toString());
        settings.put("yinxin.notification.mail.host", "127.0.0.1");
        settings.put("yinxin.notification.mail.port", String.valueOf(mail.port()));
        settings.put("yinxin.notification.mail.security", "NONE");
        settings.put("yinxin.notification.mail.from", "hall@yinxin.example");
        settings.putAll(identity.settings());
        settings.put(TRANSFER + "name", "印信演示认证中心");
        settings.put(TRANSFER + "bank", "演示银行云岭支行");
        settings.put(TRANSFER + "number", "0000111122223333");
    }

    /**
     * Starts all of them.
     *
     * @param wechatKeys those of the WeChat Pay stand-in
     */
    public static StandIns start(
            DataFolder data,
            Clock clock,
            RsaKeys wechatKeys,
            SecureRandom random,
            String publicUrl) {
        Path folder = data.root().resolve("standins");
        IdentityStandIns identity = startIdentity(folder, clock, random, publicUrl);
        KeyAgent agent = startAgent(data, publicUrl);
        WeChatPayStandIn wechat =
                WeChatPayStandIn.start(new Settings(0, clock, World.clock(0), wechatKeys, random));
        StandIns standIns =
                new StandIns(
                        wechat,
                        SmsGatewayStandIn.start(0, clock),
                        MailStandIn.start(0, clock),
                        identity,
                        agent);
        try {
            standIns.writeMerchant(folder, publicUrl);
            return standIns;
        } catch (IOException e) {
            standIns.close();
            throw unwritable(folder, e);
        }
    }

    private static IdentityStandIns startIdentity(
            Path folder, Clock clock, SecureRandom random, String publicUrl) {
        try {
            return IdentityStandIns.start(folder, clock, random, publicUrl);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static StartRefused unwritable(Path folder, IOException e) {
        return new StartRefused(
                "The keys of the stand-ins cannot be written to %s: %s"
                        .formatted(folder, Reasons.of(e)),
                e);
    }

    // In a demonstration the subscriber's computer is this one.
    private static KeyAgent startAgent(DataFolder data, String publicUrl) {
        Path folder = data.root().resolve("keyagent");
        try {
            Set<String> origins = Set.of(publicUrl, publicUrl.replace("127.0.0.1", "localhost"));
            return KeyAgent.start(new KeyAgentSettings(0, folder, origins));
        } catch (IOException e) {
            throw new StartRefused(
                    "The key agent cannot start on %s: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    /** Where the key agent answers. */
    public String keyAgent() {
        return "http://127.0.0.1:" + keyAgent.port();
    }

    /** What the hall must be told to find them. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    public WeChatPayStandIn wechat() {
        return wechat;
    }

    public SmsGatewayStandIn sms() {
        return sms;
    }

    MailStandIn mail() {
        return mail;
    }

    IdentityStandIns identity() {
        return identity;
    }

    public void close() {
        wechat.close();
        identity.close();
        sms.close();
        mail.close();
        try {
            keyAgent.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A new merchant at each start: a stand-in remembers nothing.
    private void writeMerchant(Path folder, String publicUrl) throws IOException {
        Merchant merchant = wechat.merchant();
        Files.createDirectories(folder);
        settings.put(WECHAT + "endpoint", wechat.baseUrl().toString());
        settings.put(WECHAT + "notify-url", publicUrl + "/payments/wechat/notify");
        settings.put(WECHAT + "merchant-id", merchant.merchantId());
        settings.put(WECHAT + "app-id", merchant.appId());
        settings.put(WECHAT + "merchant-serial", merchant.certificateSerial());
        settings.put(WECHAT + "platform-key-id", merchant.platformPublicKeyId());
        settings.put(
                WECHAT + "api-v3-key-file",
                secret(folder.resolve("wechat-api-v3.key"), merchant.apiV3Key()));
        settings.put(
                WECHAT + "merchant-key-file",
                secret(folder.resolve("wechat-merchant.pem"), merchant.privateKeyPem()));
        settings.put(
                WECHAT + "platform-key-file",
                secret(folder.resolve("wechat-platform.pem"), merchant.platformPublicKeyPem()));
    }

    private static String secret(Path file, String content) throws IOException {
        Secrets.write(file, content);
        return file.toString();
    }
}

package org.yinxin.keyagent.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.yinxin.keyagent.medium.ContainerId;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.HallKeys;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyMedium;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.Pin;
import org.yinxin.keyagent.medium.SelfTest;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.TokenView;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;

/** What each address does. */
final class Doors {

    /** Where in the path an id stands instead of a word. */
    private static final int TOKEN = 2;

    private static final int CONTAINER = 4;

    private final KeyMedium medium;
    private final SelfTest selfTest;
    private final String version;
    private final Map<String, BiFunction<List<String>, JsonBody, Answer>> doors;

    Doors(KeyMedium medium, SecureRandom random, String version) {
        this.medium = medium;
        this.selfTest = new SelfTest(medium, random);
        this.version = version;
        this.doors =
                Map.ofEntries(
                        Map.entry("GET /v1/about", (_, _) -> about()),
                        Map.entry("GET /v1/tokens", (_, _) -> tokens()),
                        Map.entry("POST /v1/tokens", this::makeToken),
                        Map.entry("GET /v1/tokens/*/containers", this::containers),
                        Map.entry("POST /v1/tokens/*/containers", this::makeContainer),
                        Map.entry("GET /v1/tokens/*/containers/*", this::container),
                        Map.entry("POST /v1/tokens/*/containers/*/certificates", this::install),
                        Map.entry("POST /v1/tokens/*/containers/*/self-test", this::test),
                        Map.entry("POST /v1/tokens/*/containers/*/sign", this::sign),
                        Map.entry("POST /v1/tokens/*/containers/*/decrypt", this::decrypt),
                        Map.entry("POST /v1/tokens/*/hall", this::pinHall),
                        Map.entry("POST /v1/tokens/*/unlock-challenge", this::askUnlock),
                        Map.entry("POST /v1/tokens/*/unlock", this::unlock));
    }

    Answer open(String method, List<String> path, JsonBody body) {
        String door = template(path);
        var handler = doors.get(method + " " + door);
        if (handler == null) {
            boolean other = doors.containsKey("GET " + door) || doors.containsKey("POST " + door);
            return Answer.denied(other ? Refusal.WRONG_METHOD : Refusal.NO_SUCH_DOOR);
        }
        if (path.size() > TOKEN && !TokenId.isId(path.get(TOKEN))) {
            return Answer.denied(Refusal.UNKNOWN_TOKEN);
        }
        if (path.size() > CONTAINER && !ContainerId.isId(path.get(CONTAINER))) {
            return Answer.denied(Refusal.UNKNOWN_CONTAINER);
        }
        return handler.apply(path, body);
    }

    private static String template(List<String> path) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            template.append('/').append(i == TOKEN || i == CONTAINER ? "*" : path.get(i));
        }
        return template.toString();
    }

    private Answer about() {
        return new Answer.Given(
                200,
                Map.of("program", "yinxin-keyagent", "version", version, "medium", medium.kind()));
    }

    private Answer tokens() {
        return new Answer.Given(
                200, Map.of("tokens", medium.tokens().stream().map(Doors::json).toList()));
    }

    private Answer makeToken(List<String> path, JsonBody body) {
        return Answer.of(201, medium.makeToken(body.text("label"), pin(body)).map(Doors::json));
    }

    private Answer pinHall(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                HallKeys.ofPoints(body.octets("signingKey"), body.octets("encryptionKey"))
                        .map(hall -> medium.pinHall(token(path), pin(body), hall))
                        .orElseGet(() -> KeyAnswer.refused(KeyRefusal.MALFORMED_HALL))
                        .map(Doors::json));
    }

    private Answer askUnlock(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                medium.askUnlock(token(path))
                        .map(
                                asked ->
                                        Map.of(
                                                "token", asked.token().value(),
                                                "nonce", base64(asked.nonce()),
                                                "replyKey", base64(asked.replyKey()),
                                                "share", base64(asked.share()))));
    }

    private Answer unlock(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                medium.unlock(
                                token(path),
                                body.octets("statement"),
                                body.octets("signature"),
                                pin(body))
                        .map(Doors::json));
    }

    private Answer containers(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                medium.containers(token(path))
                        .map(all -> Map.of("containers", all.stream().map(Doors::json).toList())));
    }

    private Answer makeContainer(List<String> path, JsonBody body) {
        return Answer.of(
                201,
                Subjects.read(body)
                        .flatMap(name -> medium.makeContainer(token(path), pin(body), name))
                        .map(Doors::json));
    }

    private Answer container(List<String> path, JsonBody body) {
        return Answer.of(200, medium.container(token(path), container(path)).map(Doors::json));
    }

    private Answer install(List<String> path, JsonBody body) {
        Sm2EnvelopedKey envelope;
        try {
            envelope = Sm2EnvelopedKey.parse(body.octets("envelope"));
        } catch (EnvelopeException e) {
            return Answer.of(200, KeyAnswer.refused(KeyRefusal.MALFORMED_ENVELOPE));
        }
        return Answer.of(
                200,
                medium.install(
                                token(path),
                                container(path),
                                pin(body),
                                body.der("signCertificate"),
                                body.der("encryptionCertificate"),
                                envelope)
                        .map(Doors::json));
    }

    private Answer test(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                selfTest.run(token(path), container(path), pin(body))
                        .map(
                                result ->
                                        Map.of(
                                                "signs", result.signs(),
                                                "decrypts", result.decrypts(),
                                                "passed", result.signs() && result.decrypts())));
    }

    private Answer sign(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                medium.sign(token(path), container(path), pin(body), body.octets("content"))
                        .map(signature -> Map.of("signature", base64(signature))));
    }

    private Answer decrypt(List<String> path, JsonBody body) {
        return Answer.of(
                200,
                medium.decrypt(token(path), container(path), pin(body), body.octets("cipher"))
                        .map(plain -> Map.of("plain", base64(plain))));
    }

    private static Map<String, Object> json(TokenView token) {
        return Map.of(
                "token", token.id().value(),
                "kind", token.kind(),
                "label", token.label(),
                "triesLeft", token.triesLeft(),
                "locked", token.triesLeft() == 0,
                "containers", token.containers(),
                "unlockable", token.unlockable());
    }

    private static Map<String, Object> json(ContainerView container) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("container", container.id().value());
        json.put("signingRequest", Pem.encode("CERTIFICATE REQUEST", container.signingRequest()));
        ContainerView.CertificatePair pair = container.certificates();
        json.put("installed", pair != null);
        if (pair != null) {
            json.put("signCertificate", Pem.encode("CERTIFICATE", pair.sign()));
            json.put("encryptionCertificate", Pem.encode("CERTIFICATE", pair.encryption()));
        }
        return json;
    }

    private static TokenId token(List<String> path) {
        return new TokenId(path.get(TOKEN));
    }

    private static ContainerId container(List<String> path) {
        return new ContainerId(path.get(CONTAINER));
    }

    private static Pin pin(JsonBody body) {
        return new Pin(body.text("pin"));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}

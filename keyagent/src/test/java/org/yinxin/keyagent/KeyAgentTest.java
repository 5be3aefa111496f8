package org.yinxin.keyagent;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.Signatures;
import org.yinxin.pki.key.Sm2Encryption;
import org.yinxin.pki.request.ParsedRequest;
import org.yinxin.pki.request.SigningRequests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agent as a page meets it: over HTTP. */
class KeyAgentTest {

    private static final String HALL = "https://hall.example";
    private static final String PIN = "Yx-2611!";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private KeyAgent agent;

    @BeforeEach
    void start() throws IOException {
        agent = KeyAgent.start(new KeyAgentSettings(0, folder, Set.of(HALL), 3));
    }

    @AfterEach
    void stop() throws IOException {
        agent.close();
        http.close();
    }

    @Test
    void a_page_makes_a_token_a_key_and_a_request_installs_signs_and_decrypts() throws Exception {
        JsonNode token = ok(201, post("/v1/tokens", Map.of("label", "介质", "pin", PIN)));
        assertThat(token.path("triesLeft").asInt()).isEqualTo(3);
        String containers = "/v1/tokens/" + token.path("token").asString() + "/containers";
        JsonNode made =
                ok(
                        201,
                        post(
                                containers,
                                Map.of(
                                        "pin",
                                        PIN,
                                        "subject",
                                        Map.of("organisation", "星河", "commonName", "星河"))));
        String container = containers + "/" + made.path("container").asString();
        assertThat(made.path("installed").asBoolean()).isFalse();
        PublicKey key = keyOf(made.path("signingRequest").asString());

        TestPair pair = new TestPair(key);
        Map<String, Object> installation =
                Map.of(
                        "pin", PIN,
                        "signCertificate", base64(pair.signCertificate),
                        "encryptionCertificate", pem(pair.encryptionCertificate),
                        "envelope", base64(pair.envelope.encoded()));
        assertThat(
                        ok(200, post(container + "/certificates", installation))
                                .path("installed")
                                .asBoolean())
                .isTrue();
        assertThat(
                        ok(200, post(container + "/self-test", Map.of("pin", PIN)))
                                .path("passed")
                                .asBoolean())
                .isTrue();

        byte[] content = "挑战".getBytes(UTF_8);
        JsonNode signed =
                ok(200, post(container + "/sign", Map.of("pin", PIN, "content", base64(content))));
        assertThat(
                        Signatures.verify(
                                key,
                                KeyAlgorithm.SM2.signatureAlgorithm(),
                                content,
                                bytes(signed.path("signature"))))
                .isTrue();
        byte[] cipher =
                Sm2Encryption.encrypt(pair.encryption.getPublic(), content, TestPair.RANDOM);
        JsonNode opened =
                ok(200, post(container + "/decrypt", Map.of("pin", PIN, "cipher", base64(cipher))));
        assertThat(bytes(opened.path("plain"))).isEqualTo(content);

        JsonNode again = ok(200, get(container));
        assertThat(again.path("signingRequest")).isEqualTo(made.path("signingRequest"));
        assertThat(again.path("signCertificate").asString()).contains("BEGIN CERTIFICATE");
        assertThat(ok(200, get(containers)).path("containers")).hasSize(1);
        assertThat(ok(200, get("/v1/tokens")).path("tokens")).hasSize(1);
    }

    @Test
    void says_how_many_tries_are_left_and_locks() throws Exception {
        JsonNode token = ok(201, post("/v1/tokens", Map.of("label", "介质", "pin", PIN)));
        String containers = "/v1/tokens/" + token.path("token").asString() + "/containers";
        HttpResponse<String> wrong = post(containers, Map.of("pin", "Yx-0000!"));
        assertThat(denied(403, "WRONG_PIN", wrong).path("triesLeft").asInt()).isEqualTo(2);
        denied(403, "WRONG_PIN", post(containers, Map.of()));
        denied(423, "PIN_LOCKED", post(containers, Map.of("pin", "Yx-0000!")));
        denied(423, "PIN_LOCKED", post(containers, Map.of("pin", PIN)));
    }

    @Test
    void speaks_chinese_and_english() throws Exception {
        HttpRequest.Builder refused = request("/v1/nothing").header("Origin", HALL).GET();
        assertThat(body(send(refused.copy())).path("detail").asString()).contains("密钥助手");
        assertThat(detail(refused.copy().header("Accept-Language", "en-GB,zh;q=0.5")))
                .contains("key agent");
        assertThat(detail(refused.copy().header("Accept-Language", "zh-CN,en;q=0.8")))
                .contains("密钥助手");
        assertThat(detail(refused.copy().header("Accept-Language", "de"))).contains("密钥助手");
        assertThat(detail(refused.copy().header("Accept-Language", "q=;;,"))).contains("密钥助手");
    }

    @Test
    void serves_pages_of_registered_halls_only() throws Exception {
        for (String origin : new String[] {"https://evil.example", "null", HALL + ":444"}) {
            HttpResponse<String> response =
                    send(request("/v1/tokens").header("Origin", origin).GET());
            denied(403, "FOREIGN_ORIGIN", response);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
        denied(403, "FOREIGN_ORIGIN", send(request("/v1/tokens").GET()));
        denied(
                403,
                "FOREIGN_ORIGIN",
                send(request("/v1/about").header("Origin", "https://evil.example").GET()));
        assertThat(ok(200, send(request("/v1/about").GET())).path("program").asString())
                .isEqualTo("yinxin-keyagent");
        HttpResponse<String> allowed = get("/v1/about");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(HALL);
        assertThat(allowed.headers().firstValue("Vary")).hasValue("Origin");
    }

    @Test
    void answers_the_preflight_of_a_registered_hall_also_from_the_public_internet()
            throws Exception {
        HttpResponse<String> response = send(preflight(HALL));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue(HALL);
        assertThat(response.headers().firstValue("Access-Control-Allow-Private-Network"))
                .hasValue("true");
        assertThat(response.headers().firstValue("Access-Control-Allow-Local-Network")).isEmpty();
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Content-Type");
        HttpResponse<String> evil = send(preflight("https://evil.example"));
        denied(403, "FOREIGN_ORIGIN", evil);
        assertThat(evil.headers().firstValue("Access-Control-Allow-Private-Network")).isEmpty();
    }

    @Test
    void refuses_a_name_that_was_made_to_point_here() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
            String host = "rebound.example:" + agent.port();
            String request =
                    "GET /v1/about HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("FOREIGN_HOST");
        }
    }

    @Test
    void refuses_what_is_not_json_too_large_or_misaddressed() throws Exception {
        denied(
                415,
                "NOT_JSON",
                send(posting("/v1/tokens", "{}").setHeader("Content-Type", "text/plain")));
        for (String body : new String[] {"", "[]", "{", "null", "\"x\"", "{}{", "[".repeat(5000)}) {
            denied(400, "MALFORMED", send(posting("/v1/tokens", body)));
        }
        String large = "{\"label\":\"" + "x".repeat(64 * 1024) + "\"}";
        denied(413, "TOO_LARGE", send(posting("/v1/tokens", large)));
        denied(404, "NO_SUCH_DOOR", get("/"));
        denied(404, "NO_SUCH_DOOR", get("/v1/tokens/a/b/c/d/e/f/g/h/i/j/k/l/m/n"));
        denied(405, "WRONG_METHOD", post("/v1/about", Map.of()));
        denied(404, "NO_SUCH_DOOR", get("/v1/tokens/..%2f..%2fetc/containers"));
        denied(404, "UNKNOWN_TOKEN", get("/v1/tokens/..%5cetc/containers"));
        denied(404, "UNKNOWN_TOKEN", get("/v1/tokens/absent/containers"));
        denied(404, "UNKNOWN_CONTAINER", get("/v1/tokens/absent/containers/UPPER"));
        denied(422, "UNFIT_PIN", post("/v1/tokens", Map.of("label", "介质", "pin", 123456)));
        denied(422, "UNFIT_LABEL", post("/v1/tokens", Map.of("pin", PIN)));
    }

    @Test
    void refuses_subjects_and_envelopes_that_cannot_be() throws Exception {
        JsonNode token = ok(201, post("/v1/tokens", Map.of("label", "介质", "pin", PIN)));
        String containers = "/v1/tokens/" + token.path("token").asString() + "/containers";
        denied(
                422,
                "UNFIT_SUBJECT",
                post(
                        containers,
                        Map.of("pin", PIN, "subject", Map.of("commonName", "x".repeat(65)))));
        denied(
                422,
                "MALFORMED_ENVELOPE",
                post(containers + "/any/certificates", Map.of("pin", PIN, "envelope", "%%%")));
    }

    @Test
    void settings_and_the_command_line_refuse_nonsense() {
        for (String[] arguments :
                new String[][] {
                    {},
                    {"--allow"},
                    {"--allow", "*"},
                    {"--allow", HALL + "/path"},
                    {"--allow", HALL, "--port", "many"},
                    {"--allow", HALL, "--port", "65536"},
                    {"--allow", HALL, "--pin-tries", "0"},
                    {"--what"}
                }) {
            assertThatThrownBy(() -> Main.read(java.util.List.of(arguments)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        KeyAgentSettings settings =
                Main.read(java.util.List.of("--allow", HALL, "--folder", "k", "--port", "0"));
        assertThat(settings).isEqualTo(new KeyAgentSettings(0, Path.of("k"), Set.of(HALL)));
    }

    @Test
    void does_not_start_where_the_port_is_taken() throws IOException {
        KeyAgentSettings taken =
                new KeyAgentSettings(agent.port(), folder.resolve("b"), Set.of(HALL));
        assertThatThrownBy(() -> KeyAgent.start(taken)).isInstanceOf(IOException.class);
        KeyAgent.start(new KeyAgentSettings(0, folder.resolve("b"), Set.of(HALL))).close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + agent.port() + path));
    }

    private HttpRequest.Builder preflight(String origin) {
        return request("/v1/tokens")
                .method("OPTIONS", noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Private-Network", "true");
    }

    private HttpRequest.Builder posting(String path, String body) {
        return request(path)
                .header("Origin", HALL)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String path, Map<String, ?> json) throws Exception {
        return send(posting(path, JSON.writeValueAsString(json)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).header("Origin", HALL).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String detail(HttpRequest.Builder request) throws Exception {
        return body(send(request)).path("detail").asString();
    }

    private static JsonNode body(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static JsonNode ok(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return body(response);
    }

    private static JsonNode denied(int status, String code, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(body(response).path("code").asString()).isEqualTo(code);
        assertThat(body(response).path("detail").asString()).isNotBlank();
        return body(response);
    }

    private static PublicKey keyOf(String request) {
        return switch (SigningRequests.parse(request.getBytes(UTF_8))) {
            case ParsedRequest.Accepted(var accepted) -> accepted.publicKey();
            case ParsedRequest.Rejected(var fault) -> throw new AssertionError(fault);
        };
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static String pem(byte[] octets) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(octets)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString());
    }
}

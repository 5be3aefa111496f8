package org.yinxin.hall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yinxin.hall.testing.Outcomes.done;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.Role;
import org.yinxin.hall.operator.CreateOperator;
import org.yinxin.hall.testing.Browser;
import org.yinxin.hall.testing.HallServer;

/**
 * Knocks at every door of the hall as everybody. The tables below are written by hand and on purpose not taken from the
 * code they check: a new mapping fails here until somebody has said whom it is for.
 */
class DoorsTest {

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.SUBSCRIBER));

    /** Open to everybody; exact paths. */
    private static final Set<String> PUBLIC =
            Set.of(
                    "GET /",
                    "GET /businesses/{plan}",
                    "GET /error",
                    "POST /error",
                    "GET /sign-in",
                    "POST /sign-in",
                    "GET /sign-in/code",
                    "POST /sign-in/code",
                    "POST /sign-in/code/again",
                    "GET /sign-in/code/test-message",
                    "POST /sign-out",
                    "GET /staff/sign-in",
                    "POST /staff/sign-in",
                    "POST /api/v1/sign-in",
                    "POST /api/v1/sign-in/codes",
                    "POST /api/v1/staff/sign-in",
                    "GET /api/v1/businesses",
                    "POST /payments/wechat/notify",
                    "POST /identification/face/notify",
                    "GET /crl/{authority}.crl",
                    "GET /crl/{authority}/delta.crl",
                    "GET /crl/{authority}/{shard}.crl",
                    "GET /crl/{authority}/{shard}/delta.crl",
                    "POST /ocsp/{authority}",
                    "GET /ocsp/{authority}/{*question}",
                    "GET /ca",
                    "GET /ca/{authority}.cer",
                    "GET /ca/{authority}/certified-by/{issuer}.cer",
                    "POST /tsa/{authority}",
                    "POST /cmp/{authority}",
                    "GET /.well-known/est/{label}/cacerts",
                    "GET /.well-known/est/{label}/csrattrs",
                    "POST /.well-known/est/{label}/simpleenroll",
                    "POST /.well-known/est/{label}/simplereenroll");

    /** For some roles; a path stands for itself and everything below it. */
    private static final Map<String, Set<Role>> ROOMS =
            Map.ofEntries(
                    Map.entry("/applications", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/orders", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/certificates", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/inbox", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/units", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/handovers", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/units", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/handovers", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/staff/handovers", Set.of(Role.APPROVING_OFFICER)),
                    Map.entry("/api/v1/applications", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/orders", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/certificates", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/inbox", Set.of(Role.SUBSCRIBER)),
                    Map.entry("/api/v1/me", EnumSet.allOf(Role.class)),
                    Map.entry("/api/v1/sign-in", EnumSet.allOf(Role.class)),
                    Map.entry("/staff/reviews", Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER)),
                    Map.entry("/staff/counter", Set.of(Role.ENTRY_OFFICER)),
                    Map.entry("/staff/productions", Set.of(Role.PRODUCER)),
                    Map.entry("/staff/deliveries", Set.of(Role.PRODUCER)),
                    Map.entry(
                            "/staff/certificates",
                            Set.of(
                                    Role.ENTRY_OFFICER,
                                    Role.APPROVING_OFFICER,
                                    Role.PRODUCER,
                                    Role.AUDITOR)),
                    Map.entry("/staff/unlockings", Set.of(Role.APPROVING_OFFICER, Role.PRODUCER)),
                    Map.entry("/staff/vouchers", Set.of(Role.FINANCE)),
                    Map.entry("/staff/payments", Set.of(Role.FINANCE)),
                    Map.entry("/staff/audit", Set.of(Role.AUDITOR)),
                    Map.entry("/staff/operators", Set.of(Role.ADMINISTRATOR)),
                    Map.entry("/staff/exports", Set.of(Role.APPROVING_OFFICER, Role.AUDITOR)),
                    Map.entry(
                            "/staff/search",
                            Set.of(
                                    Role.ENTRY_OFFICER,
                                    Role.APPROVING_OFFICER,
                                    Role.PRODUCER,
                                    Role.AUDITOR)),
                    Map.entry(
                            "/staff/dashboard",
                            Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.AUDITOR)),
                    Map.entry(
                            "/staff/applications",
                            Set.of(Role.ENTRY_OFFICER, Role.APPROVING_OFFICER, Role.AUDITOR)),
                    Map.entry("/staff/plans", Set.of(Role.ADMINISTRATOR, Role.AUDITOR)),
                    Map.entry("/staff/calendar", Set.of(Role.ADMINISTRATOR)),
                    Map.entry("/staff/messages", Set.of(Role.ADMINISTRATOR)),
                    Map.entry("/staff/password", STAFF));

    private static final HallServer HALL = HallServer.people();
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    static Stream<Door> doors() {
        return Door.all().stream();
    }

    static Stream<Door> closedDoors() {
        return doors().filter(door -> !isPublic(door));
    }

    static Stream<Door> publicDoors() {
        return doors().filter(DoorsTest::isPublic);
    }

    @Test
    void finds_the_doors() {
        assertThat(doors())
                .contains(
                        new Door("POST", "/api/v1/sign-in/codes"),
                        new Door("GET", "/staff/audit"),
                        new Door("POST", "/payments/wechat/notify"))
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void somebody_has_said_whom_each_door_is_for(Door door) {
        assertThat(isPublic(door) || !roles(door).isEmpty())
                .as("%s is in no table of this test", door)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("publicDoors")
    void everybody_may_knock_at_a_public_door(Door door) {
        assertThat(isRefused(door, knock(door, null))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("closedDoors")
    void refuses_whoever_is_not_signed_in(Door door) {
        assertRefusedAsStranger(door, knock(door, null));
        assertRefusedAsStranger(door, knock(door, "no-such-token"));
    }

    @ParameterizedTest
    @MethodSource("closedDoors")
    void refuses_every_wrong_role_and_lets_every_right_one_in(Door door) {
        Set<Role> roles = roles(door);
        for (Role role : Role.values()) {
            var answer = knock(door, token(role));
            if (roles.contains(role)) {
                assertThat(isRefused(door, answer)).as("%s at %s", role, door).isFalse();
                assertThat(answer.statusCode()).as("%s at %s", role, door).isLessThan(500);
            } else {
                assertThat(answer.statusCode()).as("%s at %s", role, door).isEqualTo(403);
            }
        }
    }

    @Test
    void what_is_not_listed_is_closed() {
        var stranger = HALL.browser();
        assertThat(Browser.location(stranger.get("/no/such/page"))).contains("/sign-in");
        assertThat(stranger.call("GET", "/api/v1/no-such-thing", null).statusCode()).isEqualTo(401);
        for (Role role : STAFF) {
            var colleague = HALL.browser().bear(token(role));
            assertThat(colleague.get("/staff/no-such-room").statusCode()).isEqualTo(403);
            assertThat(colleague.call("GET", "/api/v1/staff/no-such-room", null).statusCode())
                    .isEqualTo(403);
        }
        assertThat(stranger.get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    private static HttpResponse<String> knock(Door door, @Nullable String token) {
        var browser = HALL.browser();
        if (!door.isApi() && !door.method().equals("GET")) {
            // A form always comes from a page, which gives it its secret.
            browser.get("/sign-in");
        }
        browser.bear(token);
        return switch (door.method()) {
            case "GET" -> browser.get(door.example());
            case "POST" ->
                    door.isApi()
                            ? browser.call("POST", door.example(), "{}")
                            : browser.post(door.example(), Map.of());
            default -> browser.call(door.method(), door.example(), "{}");
        };
    }

    private static void assertRefusedAsStranger(Door door, HttpResponse<String> answer) {
        if (door.isApi()) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("\"code\":2907");
        } else {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(Browser.location(answer))
                    .contains(door.path().startsWith("/staff") ? "/staff/sign-in" : "/sign-in");
        }
    }

    private static boolean isRefused(Door door, HttpResponse<String> answer) {
        boolean sentToSignIn =
                !door.path().contains("sign-")
                        && Browser.location(answer).matches("(/staff)?/sign-in.*");
        boolean byTheDoor =
                answer.body().contains("\"code\":2907") || answer.body().contains("2908");
        return sentToSignIn
                || ((answer.statusCode() == 401 || answer.statusCode() == 403) && byTheDoor);
    }

    private static boolean isPublic(Door door) {
        return PUBLIC.contains(door.method() + " " + door.path());
    }

    private static Set<Role> roles(Door door) {
        if (door.path().equals("/staff")) {
            return STAFF;
        }
        String path =
                door.path().startsWith("/api/v1/staff")
                        ? door.path().substring("/api/v1".length())
                        : door.path();
        return ROOMS.entrySet().stream()
                .filter(
                        room ->
                                path.equals(room.getKey())
                                        || path.startsWith(room.getKey() + "/")
                                        || path.startsWith(room.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    /** A fresh token each time, since one of the doors signs out. */
    private static String token(Role role) {
        var tokens = HALL.get(Tokens.class);
        if (role == Role.SUBSCRIBER) {
            return tokens.issue(TokenKind.SUBSCRIBER, subscriber()).token();
        }
        String id =
                TOKENS.computeIfAbsent(
                        role,
                        each ->
                                done(HALL.get(CreateOperator.class)
                                                .create(
                                                        new Actor.Hall("test"),
                                                        "door-" + each.name(),
                                                        Set.of(each)))
                                        .id()
                                        .toString());
        return tokens.issue(TokenKind.OPERATOR, UUID.fromString(id)).token();
    }

    private static UUID subscriber() {
        UUID id = UUID.fromString("99999999-0000-0000-0000-000000000001");
        HALL.jdbc()
                .sql(
                        """
                        INSERT INTO account (id, mobile, mobile_index, masked, created_at, last_sign_in_at)
                        VALUES (:id, '\\x00', '\\x00', '199****0000', now(), now()) ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .update();
        return id;
    }
}

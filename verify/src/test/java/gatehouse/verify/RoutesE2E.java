package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route of {@code web-war/openapi.json}, asked by people whom it is not for. */
class RoutesE2E {
    private static final String ROOT = "/api/v1/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The way in. */
    private static final Set<String> WITHOUT_SIGN_IN = Set.of(
            "authentication/sign-in",
            "authentication/totp",
            "authentication/setup",
            "authentication/setup/check",
            "authentication/reset",
            "authentication/reset/check");

    /** About oneself, or about something that belongs to somebody: whose it is decides, not a right. Lists are empty. */
    private static final List<String> ABOUT_ONESELF = List.of(
            "users/me",
            "authentication/sign-ins/own",
            "authentication/step-up",
            "authentication/connection-token",
            "perms/users/self",
            "perms/explain",
            "assets/favorite-assets",
            "terminal/sessions",
            "terminal/invitations",
            "terminal/commands",
            "terminal/transfers",
            "terminal/tunnels",
            "audits/ftp-logs",
            "terminal/file-connections");

    /** Facts that everybody who is signed in may read. */
    private static final Set<String> FOR_ALL = Set.of(
            "GET assets/platforms", "GET assets/protocols", "GET terminal/endpoint", "GET terminal/ssh-host-keys");

    /** These would end the sign-in that the others are asked with. */
    private static final Set<String> ENDING =
            Set.of("POST authentication/sign-out", "POST authentication/sign-ins/own/end-others");

    private static final List<String> ODD_BODIES =
            List.of("", "{}", "[]", "null", "\"text\"", "{\"name\":{\"a\":[1]}}", "{");

    private record Route(String method, String path, JsonValue body) {
        boolean changes() {
            return !method.equals("GET");
        }

        /** With ids that nothing has. */
        String address() {
            return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()) + "/";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    private final JsonObject document = document();

    @TestFactory
    Stream<DynamicTest> strangersGetNothing() {
        Rest nobody = gatehouse.rest();
        return routes().filter(route -> !WITHOUT_SIGN_IN.contains(route.path()))
                .map(route -> DynamicTest.dynamicTest(
                        route.toString(),
                        () -> assertThat(send(nobody, route).statusCode()).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> aWrongTokenIsNoBetterThanNone() {
        Rest forger = gatehouse.rest().withToken("gh_" + "A".repeat(43));
        return routes().filter(route -> !WITHOUT_SIGN_IN.contains(route.path()))
                .map(route -> DynamicTest.dynamicTest(
                        route.toString(),
                        () -> assertThat(send(forger, route).statusCode()).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> theWayInNeverFails() {
        Rest nobody = gatehouse.rest();
        return routes().filter(route -> WITHOUT_SIGN_IN.contains(route.path()))
                .map(route -> DynamicTest.dynamicTest(
                        route.toString(),
                        () -> assertThat(send(nobody, route).statusCode()).isIn(400, 401)));
    }

    @TestFactory
    Stream<DynamicTest> whoeverHasNoRightsGetsNothingWhateverTheySend() {
        plainUser();
        Rest plain = gatehouse.rest("rob", Estate.PASSWORD);
        return routes().filter(route -> !WITHOUT_SIGN_IN.contains(route.path()))
                .filter(route -> !ENDING.contains(route.toString()))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    assertNothing(route, send(plain, route));
                    if (route.body() != null) {
                        ODD_BODIES.forEach(body -> assertNothing(route, sendText(plain, route, body)));
                    }
                }));
    }

    private static void assertNothing(Route route, HttpResponse<String> answer) {
        if (FOR_ALL.contains(route.toString())) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return;
        }
        boolean own = ABOUT_ONESELF.stream().anyMatch(route.path()::startsWith);
        if (!own) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(401, 403, 404);
            return;
        }
        if (answer.statusCode() >= 300) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 403, 404);
            return;
        }
        assertThat(route.path().startsWith("users/me")
                        || route.path().startsWith("authentication/")
                        || answer.body().isEmpty()
                        || answer.body().contains("\"total\":0")
                        || answer.body().equals("[]"))
                .as(answer.body())
                .isTrue();
    }

    /** Bodies that nothing comes of, ids that nothing has: whoever may do everything still gets no 500. */
    @TestFactory
    Stream<DynamicTest> whatIsSentWrongIsNeverABug() {
        Rest admin = gatehouse.admin();
        return routes().filter(route -> !ENDING.contains(route.toString()))
                .flatMap(route -> route.body() == null
                        ? Stream.of(bugTest(route, "nothing", () -> send(admin, route)))
                        : ODD_BODIES.stream().map(body -> bugTest(route, body, () -> sendText(admin, route, body))));
    }

    private static DynamicTest bugTest(Route route, String body, Supplier<HttpResponse<String>> asked) {
        return DynamicTest.dynamicTest(route + " with " + body, () -> {
            HttpResponse<String> answer = asked.get();
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingChangesWithoutTheCsrfToken() {
        Rest forged = gatehouse.admin().withoutCsrfToken();
        return routes().filter(Route::changes)
                .filter(route -> !WITHOUT_SIGN_IN.contains(route.path()))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    HttpResponse<String> answer = send(forged, route);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
                    assertThat(answer.body()).contains("CSRF_TOKEN_MISSING");
                }));
    }

    @Test
    void socketsOpenOnlyFromOurOwnPages() {
        Rest admin = gatehouse.admin();
        String watch = "ws/watch/" + UUID.randomUUID();

        for (String origin : List.of(
                "https://evil.example", "http://localhost:" + gatehouse.httpsPort(), "https://localhost", "null")) {
            assertThat(SocketFrames.refused(admin, "ws/terminal", origin))
                    .as(origin)
                    .isTrue();
            assertThat(SocketFrames.refused(admin, watch, origin)).as(origin).isTrue();
        }
        assertThat(SocketFrames.refused(gatehouse.rest(), "ws/terminal", admin.origin()))
                .as("nobody signed in")
                .isTrue();
    }

    @Test
    void cookiesStayOnThisHostAndAwayFromScripts() {
        HttpResponse<String> answer = gatehouse
                .rest()
                .send(
                        "POST",
                        "authentication/sign-in/",
                        Rest.object("username", RunningGatehouse.ADMIN, "password", RunningGatehouse.ADMIN_PASSWORD));
        List<String> cookies = answer.headers().allValues("Set-Cookie");

        assertThat(cookies)
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("secure")
                        .contains("samesite=strict")
                        .contains("path=/")
                        .doesNotContain("domain="));
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("__Host-gatehouse="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT)).contains("httponly"));
    }

    @Test
    void everyAnswerTellsTheBrowserToBeStrict() {
        for (String path : List.of("ui/", "luna/", "api/v1/users/me/", "health/live")) {
            var headers = gatehouse.rest().page(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        }
    }

    private void plainUser() {
        Rest admin = gatehouse.admin();
        if (admin.get("users/users?search=rob").getInt("total") == 0) {
            String id = new Estate(gatehouse).user("rob");
            admin.patch(
                    "users/users/" + id + "/",
                    Json.createObjectBuilder()
                            .add("roles", JsonValue.EMPTY_JSON_ARRAY)
                            .build());
        }
    }

    private static HttpResponse<String> send(Rest rest, Route route) {
        return rest.send(route.method(), route.address(), route.body());
    }

    private static HttpResponse<String> sendText(Rest rest, Route route, String body) {
        return rest.sendText(route.method(), route.address(), body);
    }

    private Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method) && path.startsWith(ROOT) && !path.startsWith(ROOT + "{")) {
                        String name = method.toUpperCase(Locale.ROOT);
                        routes.add(new Route(name, path.substring(ROOT.length()), body(operation.asJsonObject())));
                    }
                }));
        assertThat(routes).hasSizeGreaterThan(80);
        return routes.stream();
    }

    /** Such that it is read, and the right is asked for. */
    private JsonValue body(JsonObject operation) {
        if (!operation.containsKey("requestBody")) {
            return null;
        }
        JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
        return content.containsKey("application/json")
                ? example(content.getJsonObject("application/json").getJsonObject("schema"))
                : Json.createValue("content");
    }

    private JsonValue example(JsonObject schema) {
        if (schema == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (schema.containsKey("$ref")) {
            String name = schema.getString("$ref").replaceFirst(".*/", "");
            return example(document.getJsonObject("components")
                    .getJsonObject("schemas")
                    .getJsonObject(name));
        }
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getFirst();
        }
        JsonArray composed = schema.containsKey("allOf") ? schema.getJsonArray("allOf") : schema.getJsonArray("anyOf");
        if (composed != null) {
            return example(composed.getJsonObject(0));
        }
        return switch (type(schema)) {
            case "array" -> JsonValue.EMPTY_JSON_ARRAY;
            case "boolean" -> JsonValue.TRUE;
            case "integer", "number" -> Json.createValue(1);
            case "object" -> members(schema);
            default -> Json.createValue(text(schema));
        };
    }

    private static String type(JsonObject schema) {
        JsonValue type = schema.getOrDefault("type", Json.createValue("object"));
        return (type instanceof JsonArray several ? several.getString(0) : schema.getString("type", "object"));
    }

    private static String text(JsonObject schema) {
        return switch (schema.getString("format", "")) {
            case "date-time" -> "2099-01-01T00:00:00Z";
            default -> UUID.randomUUID().toString();
        };
    }

    private JsonObject members(JsonObject schema) {
        var builder = Json.createObjectBuilder();
        if (schema.containsKey("properties")) {
            schema.getJsonObject("properties")
                    .forEach((name, member) -> builder.add(name, example(member.asJsonObject())));
        }
        return builder.build();
    }

    private static JsonObject document() {
        try (Reader text = Files.newBufferedReader(RunningGatehouse.ROOT.resolve("web-war/openapi.json"));
                var reader = Json.createReader(text)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

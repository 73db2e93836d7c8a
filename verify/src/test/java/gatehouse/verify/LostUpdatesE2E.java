package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two scripts change the same row: what one was told is done stays done, with If-Match and, of different fields, without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostUpdatesE2E {
    private static final int CHANGES = 40;
    /** Of one change: the other script gets in between now and then. */
    private static final int MOST_TRIES = 500;

    private RunningGatehouse gatehouse;
    private Rest admin;
    private Estate estate;

    /** A field, and its n-th value. */
    private record Field(String name, IntFunction<JsonValue> value) {
        JsonObject patch(int number) {
            return Json.createObjectBuilder().add(name, value.apply(number)).build();
        }
    }

    @BeforeAll
    void signIn() {
        gatehouse = RunningGatehouse.shared();
        admin = gatehouse.admin();
        estate = new Estate(gatehouse);
    }

    @Test
    void ofAPermission() {
        String asset = estate.sshAsset("lost-permission", 22);
        String permission = estate.permit(estate.user("lotte"), asset, "@ALL", "CONNECT");

        holds("perms/asset-permissions/" + permission, texts("name", "lost"), texts("comment", "seen"));
    }

    @Test
    void ofAnAssetAndItsAccount() {
        String asset = estate.sshAsset("lost-asset", 22);
        String account = estate.account(asset, "root", "kept-in-the-vault");

        holds("assets/assets/" + asset, texts("name", "lost"), texts("comment", "seen"));
        holds("accounts/accounts/" + account, texts("name", "lost"), texts("comment", "seen"));
    }

    @Test
    void ofAZoneAGatewayAndAPlatform() {
        String zone = admin.post("assets/zones", object("name", "lost-zone")).getString("id");
        String gateway = admin.post(
                        "assets/gateways", object("zone", zone, "asset", estate.sshAsset("lost-gateway", 22)))
                .getString("id");
        estate.platform("lost-platform", "UTF-8", "NONE", "telnet");
        String platform = admin.get("assets/platforms?search=lost-platform")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        holds("assets/zones/" + zone, texts("name", "lost"), texts("comment", "seen"));
        holds(
                "assets/gateways/" + gateway,
                new Field("priority", number -> Json.createValue(1 + number % 90)),
                new Field("active", number -> number % 2 == 0 ? JsonValue.TRUE : JsonValue.FALSE));
        holds(
                "assets/platforms/" + platform,
                texts("name", "lost"),
                new Field("charset", number -> Json.createValue(number % 2 == 0 ? "GBK" : "UTF-8")));
    }

    private void refusesAnOldVersion(String path, Field field) {
        String read = version(admin.send("GET", path, null));
        HttpResponse<String> first = admin.patchIfMatch(read, path, field.patch(0));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        HttpResponse<String> second = admin.patchIfMatch(read, path, field.patch(1));
        // RFC 9110, section 13.1.1
        assertThat(second.statusCode()).as(second.body()).isEqualTo(412);
        assertThat(second.body()).contains("CHANGED_MEANWHILE");
        assertThat(version(first)).isEqualTo(version(admin.send("GET", path, null)));
        refusesAWeakTag(path, field);
    }

    /** RFC 9110, section 13.1.1: it matches nothing, and a star matches whatever is there. */
    private void refusesAWeakTag(String path, Field field) {
        String now = version(admin.send("GET", path, null));
        HttpResponse<String> weak = admin.patchIfMatch("W/" + now, path, field.patch(2));
        assertThat(weak.statusCode()).as(weak.body()).isEqualTo(412);
        assertThat(weak.body()).contains("VERSION_NEVER_MATCHES");
        assertThat(version(admin.send("GET", path, null))).isEqualTo(now);
        HttpResponse<String> star = admin.patchIfMatch("*", path, field.patch(3));
        assertThat(star.statusCode()).as(star.body()).isEqualTo(200);
    }

    private static String version(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void holds(String path, Field mine, Field theirs) {
        refusesAnOldVersion(path, mine);
        Rest other = gatehouse.admin();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger changed = new AtomicInteger();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int number = 0; !over.get(); number++) {
                change(other, path, theirs.patch(number));
                changed.incrementAndGet();
            }
        });
        try {
            Eventually.holds(() -> assertThat(changed).hasPositiveValue());
            changed.set(0);
            for (int number = 0; number < CHANGES; number++) {
                JsonObject patch = mine.patch(number);
                change(admin, path, patch);
                assertThat(admin.get(path)).containsEntry(mine.name(), patch.get(mine.name()));
            }
        } finally {
            over.set(true);
            others.join();
        }
        assertThat(changed).as("the other one changed it meanwhile").hasPositiveValue();
    }

    private static void change(Rest rest, String path, JsonObject patch) {
        HttpResponse<String> answer = rest.send("PATCH", path, patch);
        for (int tries = 0; answer.statusCode() == 409 && tries < MOST_TRIES; tries++) {
            assertThat(answer.body()).contains("CHANGED_MEANWHILE");
            answer = rest.send("PATCH", path, patch);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Field texts(String name, String start) {
        return new Field(name, number -> Json.createValue(start + "-" + number));
    }
}

package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway that is stopped and started again while nobody goes through it. */
class GatewayHealthE2E {
    private static final String SETTING = "settings/settings/gateway-checks/";

    private static TestingSshServer first;
    private static TestingSshServer second;
    private static TestingSshServer target;
    private static Estate estate;
    private static Rest admin;
    private static String zone;
    private static String preferred;

    @BeforeAll
    static void estate() {
        first = TestingSshServer.start();
        second = TestingSshServer.start();
        target = TestingSshServer.start();
        RunningGatehouse gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        admin = gatehouse.admin();
        look("PT5S");
        zone = admin.post("assets/zones/", Rest.object("name", "health zone")).getString("id");
        preferred = gateway("health-first", first.port(), 1);
        gateway("health-second", second.port(), 2);
        String asset = estate.sshAsset("health-target", target.port());
        admin.patch("assets/assets/" + asset + "/", Rest.object("zone", zone));
    }

    @AfterAll
    static void stop() {
        look("PT1M");
        target.close();
        second.close();
        first.close();
    }

    private static void look(String every) {
        if (!admin.get("authentication/step-up/").getBoolean("fresh")) {
            admin.post("authentication/step-up/", Rest.object("password", RunningGatehouse.ADMIN_PASSWORD));
        }
        HttpResponse<String> answer = admin.send(
                "PUT",
                SETTING,
                Json.createObjectBuilder()
                        .add("enabled", true)
                        .add("every", every)
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String gateway(String name, int port, int priority) {
        String asset = estate.sshAsset(name, port);
        return admin.post(
                        "assets/gateways/",
                        Json.createObjectBuilder(Rest.object("zone", zone, "asset", asset))
                                .add("priority", priority)
                                .build())
                .getString("id");
    }

    @Test
    void aGatewayIsKnownToFailAndToAnswerAgainBeforeSomebodyNeedsIt() {
        Eventually.holds(() -> assertThat(gateways())
                .extracting(gateway -> gateway.getString("reason"))
                .allSatisfy(reason -> assertThat(reason).contains("is not accepted yet")));
        estate.acceptHostKeys();
        Eventually.holds(() -> assertThat(gateways())
                .extracting(gateway -> gateway.getString("health"))
                .containsOnly("UP"));
        assertThat(gateway().getJsonNumber("latencyMillis").longValue()).isNotNegative();
        assertThat(order()).containsExactly("health-first", "health-second");

        first.kill();
        becomes("DOWN");
        JsonObject failing = gateway();
        int told = events("gateway.failing").size();
        assertThat(failing.getString("reason")).contains("refused the connection");
        assertThat(told).isPositive();
        assertThat(order()).containsExactly("health-second", "health-first");
        Eventually.holds(
                () -> assertThat(gateway().getString("checkedAt")).isNotEqualTo(failing.getString("checkedAt")));
        assertThat(gateway().getString("healthSince")).isEqualTo(failing.getString("healthSince"));
        assertThat(events("gateway.failing")).as("told once").hasSize(told);

        int recovered = events("gateway.recovered").size();
        first.startAgain();
        becomes("UP");
        assertThat(events("gateway.recovered")).hasSizeGreaterThan(recovered);
        assertThat(order()).containsExactly("health-first", "health-second");

        first.kill();
        first.forgetHostKeys();
        first.startAgain();
        JsonObject tested = admin.post("assets/gateways/" + preferred + "/test/", null);
        assertThat(tested.getString("health")).isEqualTo("DOWN");
        assertThat(tested.getString("reason")).contains("has changed");
    }

    private static void becomes(String health) {
        Eventually.holds(() -> assertThat(gateway().getString("health")).isEqualTo(health));
    }

    private static JsonObject gateway() {
        return admin.get("assets/gateways/" + preferred + "/");
    }

    private static List<String> order() {
        return gateways().stream()
                .map(gateway -> gateway.getString("assetName"))
                .toList();
    }

    private static List<JsonObject> gateways() {
        return admin.get("assets/gateways/?zone=" + zone).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> events(String type) {
        return admin
                .get("audits/events/?limit=100&type=" + type)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(event -> event.toString().contains(preferred))
                .toList();
    }
}

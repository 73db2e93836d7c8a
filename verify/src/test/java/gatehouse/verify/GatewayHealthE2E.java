package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway that is stopped and started again while nobody goes through it. */
class GatewayHealthE2E {
    private static final String SETTING = "settings/settings/gateway-checks/";

    private static TestingSshServer first;
    private static TestingSshServer second;
    private static TestingSshServer third;
    private static TestingSshServer target;
    private static Estate estate;
    private static Rest admin;
    private static String zone;
    private static String preferred;

    @BeforeAll
    static void estate() {
        first = TestingSshServer.start();
        second = TestingSshServer.start();
        third = TestingSshServer.start();
        target = TestingSshServer.start();
        RunningGatehouse gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        admin = gatehouse.admin();
        look("PT5S");
        zone = admin.post("assets/zones/", Rest.object("name", "health zone")).getString("id");
        preferred = gateway(zone, "health-first", first.port(), 1);
        gateway(zone, "health-second", second.port(), 2);
        String asset = estate.sshAsset("health-target", target.port());
        admin.patch("assets/assets/" + asset + "/", Rest.object("zone", zone));
        Eventually.holds(() -> assertThat(gateways())
                .extracting(gateway -> gateway.getString("reason"))
                .allSatisfy(reason -> assertThat(reason).contains("is not accepted yet")));
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        look("PT1M");
        target.close();
        third.close();
        second.close();
        first.close();
    }

    private static void look(String every) {
        estate.beFresh();
        admin.put(
                SETTING,
                Json.createObjectBuilder()
                        .add("enabled", true)
                        .add("every", every)
                        .build());
    }

    private static String gateway(String into, String name, int port, int priority) {
        String asset = estate.sshAsset(name, port);
        estate.beFresh();
        return admin.post(
                        "assets/gateways/",
                        Json.createObjectBuilder(Rest.object("zone", into, "asset", asset))
                                .add("priority", priority)
                                .build())
                .getString("id");
    }

    @Test
    void aGatewayIsKnownToFailAndToAnswerAgainBeforeSomebodyNeedsIt() {
        Eventually.holds(() -> assertThat(gateways())
                .extracting(gateway -> gateway.getString("health"))
                .containsOnly("UP"));
        assertThat(gateway().getJsonNumber("latencyMillis").longValue()).isNotNegative();
        assertThat(order()).containsExactly("health-first", "health-second");

        int before = events("gateway.failing").size();
        first.kill();
        becomes("DOWN");
        Eventually.holds(() -> assertThat(events("gateway.failing")).hasSize(before + 1));
        Eventually.holds(() ->
                assertThat(MetricsE2E.value("gatehouse_gateways_failing", "")).isPositive());
        JsonObject failing = gateway();
        assertThat(failing.getString("reason")).contains("refused the connection");
        assertThat(order()).containsExactly("health-second", "health-first");
        Eventually.holds(
                () -> assertThat(gateway().getString("checkedAt")).isNotEqualTo(failing.getString("checkedAt")));
        assertThat(gateway().getString("healthSince")).isEqualTo(failing.getString("healthSince"));
        assertThat(events("gateway.failing")).as("told once").hasSize(before + 1);

        int recovered = events("gateway.recovered").size();
        first.startAgain();
        becomes("UP");
        Eventually.holds(() -> assertThat(events("gateway.recovered")).hasSize(recovered + 1));
        assertThat(order()).containsExactly("health-first", "health-second");

        first.kill();
        first.forgetHostKeys();
        first.startAgain();
        JsonObject tested = admin.post("assets/gateways/" + preferred + "/test/", null);
        assertThat(tested.getString("health")).isEqualTo("DOWN");
        assertThat(tested.getString("reason")).contains("has changed");
    }

    /** R6.8: it is looked at without an account, which says nothing of whether it lets one in. */
    @Test
    void aLookDoesNotClearAGatewayThatTurnedItsAccountAway() {
        String elsewhere =
                admin.post("assets/zones/", Rest.object("name", "turned zone")).getString("id");
        String turned = gateway(elsewhere, "turned-gateway", third.port(), 1);
        String silent = gateway(elsewhere, "turned-silent", FreePorts.next(), 2);
        estate.account(assetOf(turned), TestingSshServer.USER, "not its password");
        estate.account(assetOf(silent), TestingSshServer.USER, TestingSshServer.PASSWORD);
        String asset = estate.sshAsset("turned-target", target.port());
        admin.patch("assets/assets/" + asset + "/", Rest.object("zone", elsewhere));
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("gwendolyn"), asset, TestingSshServer.USER, "CONNECT");
        Eventually.holds(() -> assertThat(gateway(turned).getString("reason")).contains("is not accepted yet"));
        estate.acceptHostKeys();
        Eventually.holds(() -> assertThat(gateway(turned).getString("health")).isEqualTo("UP"));

        new SshClient(RunningGatehouse.shared().sshPort(), Estate.PASSWORD)
                .ssh("gwendolyn@" + TestingSshServer.USER + "@turned-target", "true")
                .run();
        assertThat(gateway(turned).getString("health")).isEqualTo("DOWN");
        for (int look = 0; look < 2; look++) {
            String before = gateway(silent).getString("checkedAt");
            Eventually.holds(
                    () -> assertThat(gateway(silent).getString("checkedAt")).isNotEqualTo(before));
        }
        assertThat(gateway(turned).getString("health")).as("after two looks").isEqualTo("DOWN");

        assertThat(admin.post("assets/gateways/" + turned + "/test/", null).getString("health"))
                .as("an administrator's own look counts")
                .isEqualTo("UP");
    }

    private static String assetOf(String gateway) {
        return gateway(gateway).getString("asset");
    }

    private static void becomes(String health) {
        Eventually.holds(() -> assertThat(gateway().getString("health")).isEqualTo(health));
    }

    private static JsonObject gateway() {
        return gateway(preferred);
    }

    private static JsonObject gateway(String id) {
        return admin.get("assets/gateways/" + id + "/");
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

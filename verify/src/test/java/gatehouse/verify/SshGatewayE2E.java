package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A target behind two zones, whose outer one has a gateway that is dead. */
class SshGatewayE2E {
    private static final String GINA = "gina@" + TestingSshServer.USER + "@deep-target";

    private static TestingSshServer outer;
    private static TestingSshServer inner;
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static Estate estate;
    private static Rest admin;
    private static String outerZone;

    @BeforeAll
    static void estate() throws IOException {
        outer = TestingSshServer.start();
        inner = TestingSshServer.start();
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        admin = gatehouse.admin();
        outerZone =
                admin.post("assets/zones/", Rest.object("name", "outer zone")).getString("id");
        String innerZone = admin.post("assets/zones/", Rest.object("name", "inner zone", "parent", outerZone))
                .getString("id");
        gateway(outerZone, "dead-gateway", FreePorts.next(), 1);
        gateway(outerZone, "outer-gateway", outer.port(), 2);
        gateway(innerZone, "inner-gateway", inner.port(), 1);
        String asset = estate.sshAsset("deep-target", target.port());
        admin.patch("assets/assets/" + asset + "/", Rest.object("zone", innerZone));
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("gina"), asset, TestingSshServer.USER, "CONNECT");
    }

    @AfterAll
    static void stop() {
        target.close();
        inner.close();
        outer.close();
    }

    private static void gateway(String zone, String name, int port, int priority) {
        String asset = estate.sshAsset(name, port);
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        admin.post(
                "assets/gateways/",
                Json.createObjectBuilder(Rest.object("zone", zone, "asset", asset))
                        .add("priority", priority)
                        .build());
    }

    @Test
    void theWayGoesThroughBothZonesAndPastTheDeadGateway() {
        List<String> versions = versions();
        SshClient gina = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        for (int hop = 0; hop < 3; hop++) {
            // each machine's key is met once the one before is trusted
            gina.ssh(GINA, "true").run();
            estate.acceptHostKeys();
        }

        Program.Result result = gina.ssh(GINA, "echo deep inside").run();

        assertThat(result.out()).as(result.toString()).isEqualTo("deep inside\n");
        // a failed one comes last until it was looked at again, which a slow machine may be late with
        Eventually.holds(() -> assertThat(gateways())
                .extracting(gateway -> gateway.getString("assetName"), gateway -> gateway.getString("health"))
                .containsExactly(tuple("outer-gateway", "UP"), tuple("dead-gateway", "DOWN")));
        assertThat(versions())
                .as("nobody who edits one meanwhile is told that somebody else changed it")
                .isEqualTo(versions);
    }

    private static List<JsonObject> gateways() {
        return admin.get("assets/gateways/?zone=" + outerZone)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static List<String> versions() {
        return gateways().stream()
                .map(gateway -> gateway.getString("id"))
                .sorted()
                .map(id -> admin.send("GET", "assets/gateways/" + id, null)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow())
                .toList();
    }
}

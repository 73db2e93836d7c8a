package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Assets, accounts and permissions through REST, and what a person then reaches. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsE2E {
    private static final String LINUX = "00000000-0000-8000-8000-000000000001";
    private static final String MY_ASSETS = "perms/users/self/assets/";

    private Rest admin;
    private String self;
    private String node;
    private String asset;
    private String account;

    @BeforeAll
    void makeAnAsset() {
        admin = RunningGatehouse.shared().admin();
        self = admin.get("users/me/").getString("id");
        node = admin.post("assets/nodes/", Rest.object("name", "Permissions")).getString("id");
        asset = admin.post("assets/assets/", newAsset("perm-web-1")).getString("id");
        JsonObject made = admin.post(
                "accounts/accounts/", Rest.object("asset", asset, "username", "root", "secret", "hunter2-hunter2"));
        account = made.getString("id");
        assertThat(made.toString()).doesNotContain("hunter2");
    }

    private JsonObject newAsset(String name) {
        return Json.createObjectBuilder(Rest.object("name", name, "address", "127.0.0.1", "platform", LINUX))
                .add("nodes", array(List.of(node)))
                .add("labels", array(List.of("env:test")))
                .add(
                        "protocols",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("protocol", "ssh")
                                        .add("port", 22)))
                .build();
    }

    private String permit(String name, String... accounts) {
        JsonObjectBuilder permission = Json.createObjectBuilder()
                .add("name", name)
                .add("users", array(List.of(self)))
                .add("nodes", array(List.of(node)))
                .add("accounts", array(List.of(accounts)));
        return admin.post("perms/asset-permissions/", permission.build()).getString("id");
    }

    private static JsonArrayBuilder array(List<String> values) {
        return Json.createArrayBuilder(values);
    }

    private int reachable() {
        return admin.get(MY_ASSETS + "?search=perm-web-1").getInt("total");
    }

    private String explained() {
        return admin.post("perms/explain/", Rest.object("asset", asset, "account", account))
                .getString("decision");
    }

    @Test
    void aPermissionCountsAtOnceAndAnExclusionWins() {
        assertThat(reachable()).isZero();
        assertThat(explained()).isEqualTo("DENY");
        String everything = permit("perm everything", "@ALL");
        assertThat(reachable()).isOne();
        assertThat(explained()).isEqualTo("ALLOW");
        assertThat(admin.get(MY_ASSETS + asset + "/accounts/?protocol=ssh").getInt("total"))
                .isOne();
        String exclusion = permit("perm not root", "!root");
        assertThat(explained()).isEqualTo("DENY");
        admin.delete("perms/asset-permissions/" + exclusion + "/");
        admin.patch(
                "assets/assets/" + asset + "/",
                Json.createObjectBuilder().add("active", false).build());
        assertThat(reachable()).isZero();
        admin.patch(
                "assets/assets/" + asset + "/",
                Json.createObjectBuilder().add("active", true).build());
        assertThat(reachable()).isOne();
        admin.delete("perms/asset-permissions/" + everything + "/");
        assertThat(reachable()).isZero();
    }

    @Test
    void namesAreTakenOnceAndStaleChangesAreRefused() {
        assertThat(admin.send("POST", "assets/assets/", newAsset("PERM-web-1")).statusCode())
                .isEqualTo(409);
        assertThat(admin.send("PATCH", "assets/assets/" + asset + "/", Rest.object("nonsense", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.send("DELETE", "assets/nodes/" + node + "/", null).statusCode())
                .isEqualTo(409);
        assertThat(admin.send("DELETE", "assets/platforms/" + LINUX + "/", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anAssetLeavesWithItsAccounts() {
        String gone = admin.post("assets/assets/", newAsset("perm-gone")).getString("id");
        admin.post("accounts/accounts/", Rest.object("asset", gone, "username", "deploy", "secret", "x"));
        admin.delete("assets/assets/" + gone + "/");
        assertThat(admin.get("accounts/accounts/?asset=" + gone).getInt("total"))
                .isZero();
        assertThat(admin.send("GET", "assets/assets/" + gone + "/", null).statusCode())
                .isEqualTo(404);
    }
}

package gatehouse.verify;

import static gatehouse.verify.Rest.object;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Collectors;

/** Builds what a test needs to reach a server, through REST as an administrator's script would. */
final class Estate {
    /** Of every user that this makes. */
    static final String PASSWORD = "Blue-Kettle-42-River";

    private static final String FIRST_PASSWORD = "Green-Ladder-17-Cloud";

    private final RunningGatehouse gatehouse;
    private final Rest admin;

    Estate(RunningGatehouse gatehouse) {
        this.gatehouse = gatehouse;
        this.admin = gatehouse.admin();
    }

    /** An SSH server on loopback. Gives its id. */
    String sshAsset(String name, int port) {
        JsonObject platforms = admin.get("assets/platforms?limit=100");
        String linux = platforms.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(platform -> platform.getString("name").equalsIgnoreCase("linux"))
                .map(platform -> platform.getString("id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no platform Linux in " + platforms));
        JsonObjectBuilder asset = Json.createObjectBuilder(
                        object("name", name, "address", "127.0.0.1", "platform", linux))
                .add(
                        "protocols",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("protocol", "ssh")
                                        .add("port", port))
                                .add(Json.createObjectBuilder()
                                        .add("protocol", "sftp")
                                        .add("port", port)));
        return admin.post("assets/assets", asset.build()).getString("id");
    }

    /** An account that signs in by password. */
    void account(String asset, String username, String password) {
        admin.post("accounts/accounts", object("asset", asset, "username", username, "secret", password));
    }

    /** A user who has changed the first password already, as everybody must. Gives the id. */
    String user(String username) {
        JsonObject user = Json.createObjectBuilder(
                        object("username", username, "name", username, "password", FIRST_PASSWORD))
                .add("roles", list(List.of("USER")))
                .build();
        String id = admin.post("users/users", user).getString("id");
        gatehouse
                .rest(username, FIRST_PASSWORD)
                .post("users/me/password/", object("oldPassword", FIRST_PASSWORD, "newPassword", PASSWORD));
        return id;
    }

    void permit(String user, String asset, String account, String... actions) {
        admin.post(
                "perms/asset-permissions",
                Json.createObjectBuilder(object("name", "test " + user + " " + asset))
                        .add("users", list(List.of(user)))
                        .add("assets", list(List.of(asset)))
                        .add("accounts", list(List.of(account)))
                        .add("actions", list(List.of(actions)))
                        .build());
    }

    /** Trusts the keys that an asset has shown so far, as an administrator does after comparing fingerprints. */
    void acceptHostKeys() {
        admin.get("assets/host-keys?limit=100").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(key -> key.toString().contains("PENDING"))
                .forEach(key -> admin.send("POST", "assets/host-keys/" + key.getString("id") + "/accept/", null));
    }

    private static JsonArray list(List<String> values) {
        return Json.createArrayBuilder(values.stream().collect(Collectors.toList()))
                .build();
    }
}

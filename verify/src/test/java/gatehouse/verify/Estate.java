package gatehouse.verify;

import static gatehouse.verify.Rest.object;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds what a test needs to reach a server, through REST as an administrator's script would. */
final class Estate {
    /** Of every user that this makes. */
    static final String PASSWORD = "Blue-Kettle-42-River";

    static final String FIRST_PASSWORD = "Green-Ladder-17-Cloud";

    private final RunningGatehouse gatehouse;
    private final Rest admin;

    Estate(RunningGatehouse gatehouse) {
        this.gatehouse = gatehouse;
        this.admin = gatehouse.admin();
    }

    /** An SSH server on loopback. Gives its id. */
    String sshAsset(String name, int port) {
        return asset(name, "Linux", "", Map.of("ssh", port, "sftp", port));
    }

    /**
     * A machine on loopback. Gives its id.
     *
     * @param platform name of one
     * @param zone id of one, or empty
     * @param protocols with their ports
     */
    String asset(String name, String platform, String zone, Map<String, Integer> protocols) {
        JsonObjectBuilder asset = Json.createObjectBuilder(
                        object("name", name, "address", "127.0.0.1", "platform", platformId(platform)))
                .add("protocols", endpoints(protocols));
        if (!zone.isEmpty()) {
            asset.add("zone", zone);
        }
        return admin.post("assets/assets", asset.build()).getString("id");
    }

    private static JsonArrayBuilder endpoints(Map<String, Integer> protocols) {
        JsonArrayBuilder endpoints = Json.createArrayBuilder();
        protocols.forEach((protocol, port) -> endpoints.add(
                Json.createObjectBuilder().add("protocol", protocol).add("port", port)));
        return endpoints;
    }

    String platformId(String name) {
        JsonObject platforms = admin.get("assets/platforms?limit=100");
        return platforms.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(platform -> platform.getString("name").equalsIgnoreCase(name))
                .map(platform -> platform.getString("id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no platform " + name + " in " + platforms));
    }

    /** A kind of machine that speaks one protocol. Gives its id. */
    String platform(String name, String charset, String suMethod, String protocol) {
        return admin.post(
                        "assets/platforms",
                        Json.createObjectBuilder(object(
                                        "name", name, "category", "DEVICE", "type", "general", "charset", charset))
                                .add("suMethod", suMethod)
                                .add(
                                        "protocols",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("name", protocol)
                                                        .add("port", 23)
                                                        .add("primary", true)))
                                .build())
                .getString("id");
    }

    /** A zone that is entered through an SSH server. Gives its id. */
    String zone(String name, String parent, String gateway) {
        JsonObjectBuilder zone = Json.createObjectBuilder(object("name", name));
        if (!parent.isEmpty()) {
            zone.add("parent", parent);
        }
        String id = admin.post("assets/zones", zone.build()).getString("id");
        beFresh();
        admin.post("assets/gateways", object("zone", id, "asset", gateway));
        return id;
    }

    /** An account that signs in by password. Gives its id. */
    String account(String asset, String username, String password) {
        return admin.post("accounts/accounts", object("asset", asset, "username", username, "secret", password))
                .getString("id");
    }

    /** The files panel of {@code person}, by its id. */
    static String fileConnection(Rest person, String asset) {
        return person.post("terminal/file-connections", object("asset", asset, "account", TestingSshServer.USER))
                .getString("id");
    }

    /** An account that another one becomes. */
    void accountFrom(String first, String asset, String username, String password) {
        beFresh();
        admin.post(
                "accounts/accounts", object("asset", asset, "username", username, "secret", password, "suFrom", first));
    }

    /** A user whose password is the first one still. Gives the id. */
    String newcomer(String username) {
        beFresh();
        JsonObject user = Json.createObjectBuilder(
                        object("username", username, "name", username, "password", FIRST_PASSWORD))
                .add("roles", list(List.of("USER")))
                .build();
        return admin.post("users/users", user).getString("id");
    }

    /** A user who has changed the first password already, as everybody must. Gives the id. */
    String user(String username) {
        String id = newcomer(username);
        gatehouse
                .rest(username, FIRST_PASSWORD)
                .post("users/me/password/", object("oldPassword", FIRST_PASSWORD, "newPassword", PASSWORD));
        return id;
    }

    /** The same with another role. Gives the id. */
    String user(String username, String role) {
        String id = user(username);
        role(id, role);
        return id;
    }

    void role(String user, String role) {
        beFresh();
        admin.patch(
                "users/users/" + user + "/",
                Json.createObjectBuilder().add("roles", list(List.of(role))).build());
    }

    /** Gives the permission's id. */
    String permit(String user, String asset, String account, String... actions) {
        JsonObject permission = Json.createObjectBuilder(object("name", "test " + user + " " + asset))
                .add("users", list(List.of(user)))
                .add("assets", list(List.of(asset)))
                .add("accounts", list(List.of(account)))
                .add("actions", list(List.of(actions)))
                .build();
        return admin.post("perms/asset-permissions", permission).getString("id");
    }

    /** With the action TUNNEL, to these destinations; none: the asset itself. */
    void permitTunnels(String user, String asset, String account, String... destinations) {
        admin.post(
                "perms/asset-permissions",
                Json.createObjectBuilder(object("name", "tunnels " + user + " " + asset))
                        .add("users", list(List.of(user)))
                        .add("assets", list(List.of(asset)))
                        .add("accounts", list(List.of(account)))
                        .add("actions", list(List.of("CONNECT", "TUNNEL")))
                        .add("tunnels", list(List.of(destinations)))
                        .build());
    }

    /** Trusts the keys that an asset has shown so far, as an administrator does after comparing fingerprints. */
    void acceptHostKeys() {
        beFresh();
        admin.get("assets/host-keys?limit=100").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(key -> key.toString().contains("PENDING"))
                .forEach(key -> admin.post("assets/host-keys/" + key.getString("id") + "/accept/", null));
    }

    /** What leads secrets to a machine, or lets somebody in, wants a proof that is a few minutes old at most. */
    void beFresh() {
        if (!admin.get("authentication/step-up/").getBoolean("fresh")) {
            admin.post("authentication/step-up/", object("password", RunningGatehouse.ADMIN_PASSWORD));
        }
    }

    private static JsonArray list(List<String> values) {
        return Json.createArrayBuilder(values.stream().collect(Collectors.toList()))
                .build();
    }
}

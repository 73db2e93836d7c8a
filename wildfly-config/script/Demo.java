import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Fills a fresh Gatehouse through REST, as anybody's script could, and writes what to try into {@code demo-guide.txt}. Arguments: home,
 * HTTPS port, SSH port, and the place of the targets, where each has a folder with its port. A home that was filled before stays as it
 * is; only its guide is written anew, for the ports of this start and with the password of those who still have it.
 */
final class Demo {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private static final List<String> PEOPLE = List.of("admin", "alice (operator)", "audrey (auditor)");

    private final URI root;
    private final SSLContext trust;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    private Demo(URI root, SSLContext trust) {
        this.root = root;
        this.trust = trust;
        client = HttpClient.newBuilder().sslContext(trust).cookieHandler(cookies).build();
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path guide = home.resolve("demo-guide.txt");
        Demo demo = new Demo(URI.create("https://localhost:" + arguments[1] + "/api/v1/"), trusting(home.resolve("tls/ca.pem")));
        if (Files.exists(home.resolve("setup-link"))) {
            String password = password();
            demo.administrator(Files.readString(home.resolve("setup-link")).strip(), password);
            demo.fill(Path.of(arguments[3]), password);
            Files.writeString(guide, guide(arguments[1], arguments[2], who(PEOPLE, password), port(Path.of(arguments[3]), "web")));
        } else {
            String who = demo.whoStillHas(knownPassword(guide));
            Files.writeString(guide, guide(arguments[1], arguments[2], who, port(Path.of(arguments[3]), "web")));
        }
    }

    /** As the guide names them. */
    private static String who(List<String> people, String password) {
        return String.join(", ", people) + ": password  " + password;
    }

    /** Others have changed theirs, or an administrator did. */
    private String whoStillHas(Optional<String> password) throws IOException, InterruptedException {
        List<String> same = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String person : PEOPLE) {
            boolean fits = password.isPresent() && fits(person.replaceFirst(" .*", ""), password.get());
            (fits ? same : changed).add(person);
        }
        List<String> lines = new ArrayList<>();
        if (!same.isEmpty()) {
            lines.add(who(same, password.get()));
        }
        if (!changed.isEmpty()) {
            lines.add(String.join(", ", changed) + ": with the password that was set since");
        }
        return String.join("\n" + " ".repeat(29), lines);
    }

    private boolean fits(String username, String password) throws IOException, InterruptedException {
        Demo own = new Demo(root, trust);
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
        if (own.send("POST", "authentication/sign-in/", body).statusCode() / 100 != 2) {
            return false;
        }
        own.send("POST", "authentication/sign-out/", "");
        return true;
    }

    /** Of a home that an earlier demo has filled; empty when nobody had it any more. */
    private static Optional<String> knownPassword(Path guide) throws IOException {
        if (!Files.exists(guide)) {
            throw new IOException("this home was not filled by the demo; choose another one by --home");
        }
        Matcher password = Pattern.compile("password  (\\S+)").matcher(Files.readString(guide));
        return password.find() ? Optional.of(password.group(1)) : Optional.empty();
    }

    private void administrator(String link, String password) throws IOException, InterruptedException {
        String token = link.substring(link.lastIndexOf('=') + 1);
        post("authentication/setup/", "{'token':'" + token + "','username':'admin','name':'Ada Admin','password':'" + password + "'}");
        post("authentication/sign-in/", "{'username':'admin','password':'" + password + "'}");
    }

    private void fill(Path targets, String password) throws IOException, InterruptedException {
        // these targets are our own and young: nobody could compare their fingerprints with anything
        put("settings/settings/host-keys/", "{'acceptFirstUse':true}");
        String linux = platform("Linux");
        String device = id(post("assets/platforms", "{'name':'Switch by telnet','category':'DEVICE','type':'general','suMethod':'ENABLE',"
                + "'protocols':[{'name':'telnet','port':23,'primary':true}]}"));
        String production = id(post("assets/nodes", "{'name':'Production'}"));
        String network = id(post("assets/nodes", "{'name':'Network'}"));
        String alice = user("alice", "Alice Operator", "USER", password);
        user("audrey", "Audrey Auditor", "AUDITOR", password);
        String group = id(post("users/groups", "{'name':'Operators','users':['" + alice + "']}"));
        String web = asset("web-1", linux, production, ssh(targets, "web"), "");
        String deploy = account(web, "deploy", "deploy-secret");
        account(web, "operator", "operator-secret");
        accountFrom(deploy, web, "root", "root-secret");
        String outer = zone("Behind jump-1", "", asset("jump-1", linux, network, ssh(targets, "jump"), ""));
        String inner = zone("Behind jump-2", outer, asset("jump-2", linux, network, ssh(targets, "jump-2"), outer));
        account(asset("database-1", linux, production, ssh(targets, "database"), inner), "deploy", "deploy-secret");
        account(asset("console-1", linux, production, telnet(targets, "console"), inner), "deploy", "deploy-secret");
        String switchAsset = asset("switch-1", device, network, telnet(targets, "switch"), "");
        accountFrom(account(switchAsset, "deploy", "deploy-secret"), switchAsset, "enable", "enable-secret");
        permit("Operators on production", group, production);
        permit("Operators on the network", group, network);
    }

    private void permit(String name, String group, String node) throws IOException, InterruptedException {
        post("perms/asset-permissions", ("{'name':'%s','groups':['%s'],'nodes':['%s'],"
                        + "'accounts':['@ALL'],'actions':['CONNECT','UPLOAD','DOWNLOAD','DELETE','COPY','PASTE','SHARE','TUNNEL']}")
                .formatted(name, group, node));
    }

    /** A zone that is entered through this gateway, which has an account for that. */
    private String zone(String name, String parent, String gateway) throws IOException, InterruptedException {
        account(gateway, "deploy", "deploy-secret");
        String zone = id(post("assets/zones", "{'name':'" + name + "'" + (parent.isEmpty() ? "" : ",'parent':'" + parent + "'") + "}"));
        post("assets/gateways", "{'zone':'" + zone + "','asset':'" + gateway + "'}");
        return zone;
    }

    private static String port(Path targets, String name) throws IOException {
        return Files.readString(targets.resolve(name).resolve("port")).strip();
    }

    private static String ssh(Path targets, String name) throws IOException {
        return "{'protocol':'ssh','port':%1$s},{'protocol':'sftp','port':%1$s}".formatted(port(targets, name));
    }

    private static String telnet(Path targets, String name) throws IOException {
        return "{'protocol':'telnet','port':%s}".formatted(port(targets, name));
    }

    private String platform(String name) throws IOException, InterruptedException {
        String platforms = send("GET", "assets/platforms?limit=100", "").body();
        Matcher found = Pattern.compile("\\{[^{}]*?\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"[^{}]*?\"name\"\\s*:\\s*\"" + name + "\"")
                .matcher(platforms);
        if (!found.find()) {
            throw new IOException("no platform " + name + " in " + platforms);
        }
        return found.group(1);
    }

    private String user(String username, String name, String role, String password) throws IOException, InterruptedException {
        String first = password();
        String id = id(post("users/users", ("{'username':'%s','name':'%s','roles':['%s'],'password':'%s'}")
                .formatted(username, name, role, first)));
        // everybody has to change the first password
        Demo own = new Demo(root, trust);
        own.post("authentication/sign-in/", "{'username':'" + username + "','password':'" + first + "'}");
        own.post("users/me/password/", "{'oldPassword':'" + first + "','newPassword':'" + password + "'}");
        return id;
    }

    private String asset(String name, String platform, String node, String protocols, String zone) throws IOException, InterruptedException {
        return id(post("assets/assets", "{'name':'%s','address':'127.0.0.1','platform':'%s','nodes':['%s'],%s'protocols':[%s]}"
                .formatted(name, platform, node, zone.isEmpty() ? "" : "'zone':'" + zone + "',", protocols)));
    }

    private String account(String asset, String username, String secret) throws IOException, InterruptedException {
        return id(post("accounts/accounts", "{'asset':'%s','username':'%s','secret':'%s'}".formatted(asset, username, secret)));
    }

    private void accountFrom(String first, String asset, String username, String secret) throws IOException, InterruptedException {
        post("accounts/accounts", "{'asset':'%s','username':'%s','secret':'%s','suFrom':'%s'}".formatted(asset, username, secret, first));
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return change("POST", path, body);
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        change("PUT", path, body);
    }

    private String change(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body.replace('\'', '"'));
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("gatehouse-csrf"))
                .forEach(cookie -> request.header("X-CSRF-Token", cookie.getValue()));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String id(String body) throws IOException {
        Matcher found = ID.matcher(body);
        if (!found.find()) {
            throw new IOException("no id in " + body);
        }
        return found.group(1);
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder("Demo-");
        random.ints(16, 0, 32).forEach(i -> text.append("abcdefghijkmnpqrstuvwxyz23456789".charAt(i)));
        return text.toString();
    }

    private static String guide(String https, String ssh, String who, String webPort) {
        return """

                What to try

                  https://localhost:%1$s     %3$s

                  ssh -p %2$s alice@localhost                          the menu
                  ssh -p %2$s alice@deploy@web-1@localhost             straight to a server
                  ssh -p %2$s alice@root@web-1@localhost               signs in as deploy, becomes root
                  ssh -p %2$s alice@deploy@database-1@localhost        behind two gateways
                  ssh -p %2$s alice@telnet@deploy@console-1@localhost  a telnet server, behind the same gateways
                  ssh -p %2$s alice@telnet@enable@switch-1@localhost   a switch by telnet, enabled: show privilege
                  ssh -p %2$s alice@deploy@web-1@localhost uname -a    a command
                  sftp -P %2$s alice@deploy@web-1@localhost            files
                  ssh -J alice@localhost:%2$s -p %4$s deploy@web-1    by jump; needs the line that the menu's help (?) shows
                  ssh -p %2$s -N -L 8022:127.0.0.1:%4$s alice@deploy@web-1@localhost   a tunnel to web-1 itself

                A server's host key is trusted at its first use here; without the demo an administrator accepts it (Console, Host keys).

                Then, as audrey, watch the sessions and replay them. The guide is kept in demo-guide.txt in the demo's home.
                Ctrl-C stops everything."""
                .formatted(https, ssh, who, webPort);
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }
    }
}

package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that the ordinary {@code ssh} client has forwarded, and jumps, with a real server as the asset. */
class SshTunnelE2E {
    private static final String ASSET = "tunnel-target";
    private static final String TINA = "tina@" + TestingSshServer.USER + "@" + ASSET;
    private static final String NORA = "nora@" + TestingSshServer.USER + "@" + ASSET;
    private static final String REFUSED = "open failed: administratively prohibited: none of your permissions";

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static EchoServer echo;
    private static int listening;
    private static String asset;

    /** A service that only the asset reaches, as far as Gatehouse's people are concerned. */
    private static final class EchoServer implements AutoCloseable {
        private final ServerSocket socket;

        EchoServer() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (true) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> answer(client));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void answer(Socket client) {
            try (client) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException gone) {
                // the tunnel was cut
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeAll
    static void estate() throws IOException {
        echo = new EchoServer();
        listening = FreePorts.next();
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        asset = estate.sshAsset(ASSET, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permitTunnels(
                estate.user("tina"),
                asset,
                TestingSshServer.USER,
                "127.0.0.1:" + echo.port(),
                "localhost:" + listening);
        estate.permit(estate.user("nora"), asset, TestingSshServer.USER, "CONNECT");
        client().ssh(TINA, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() throws IOException {
        target.close();
        echo.close();
    }

    private static SshClient client() {
        return new SshClient(gatehouse.sshPort(), Estate.PASSWORD).options("-o", "LogLevel=INFO");
    }

    @Test
    void aConnectionIsForwardedFromTheAssetAndAccounted() {
        Program.Result result = client().options("-W", "127.0.0.1:" + echo.port())
                .ssh(TINA)
                .typing("through the tunnel")
                .run();

        assertThat(result.out()).as(result.toString()).isEqualTo("through the tunnel");
        JsonObject line = awaitTunnel("port", echo.port());
        assertThat(line.getString("direction")).isEqualTo("local");
        assertThat(line.getInt("sentBytes")).isEqualTo(18);
        assertThat(line.getInt("receivedBytes")).isEqualTo(18);
        JsonObject session = gatehouse.admin().get("terminal/sessions/" + line.getString("session") + "/");
        assertThat(session.getString("kind")).isEqualTo("tunnel");
        assertThat(session.getString("username")).isEqualTo("tina");
    }

    private static JsonObject awaitTunnel(String field, int value) {
        Rest admin = gatehouse.admin();
        return Eventually.found(
                () -> admin
                        .get("terminal/tunnels?limit=100&asset=" + asset)
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(line -> line.getInt(field) == value)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no such tunnel was written down")));
    }

    @Test
    void aDestinationThatNoGrantNamesIsRefused() {
        Program.Result elsewhere =
                client().options("-W", "127.0.0.1:" + target.port()).ssh(TINA).run();
        assertThat(elsewhere.err()).contains(REFUSED);
        assertThat(elsewhere.code()).isEqualTo(255);
    }

    @Test
    void whoMayOnlyConnectForwardsNothing() {
        Program.Result local =
                client().options("-W", "127.0.0.1:" + echo.port()).ssh(NORA).run();
        assertThat(local.err()).contains(REFUSED);
        Program.Result remote = client().options(
                        "-o", "ExitOnForwardFailure=yes", "-R", listening + ":127.0.0.1:" + echo.port())
                .ssh(NORA, "true")
                .run();
        assertThat(remote.err()).contains("remote port forwarding failed");
        assertThat(remote.code()).isEqualTo(255);
    }

    @Test
    void theAssetListensForThePerson() {
        Program.Result result = client().options(
                        "-o", "ExitOnForwardFailure=yes", "-R", listening + ":127.0.0.1:" + echo.port())
                .ssh(
                        TINA,
                        "perl -MIO::Socket -e '$s = IO::Socket::INET->new(\"127.0.0.1:" + listening
                                + "\"); print $s \"from afar\"; $s->shutdown(1); print <$s>'")
                .run();

        assertThat(result.out()).as(result.toString()).isEqualTo("from afar");
        JsonObject line = awaitTunnel("port", listening);
        assertThat(line.getString("direction")).isEqualTo("remote");
        assertThat(line.getInt("receivedBytes")).isEqualTo(9);
    }

    /** The pattern of editors that work at a distance: a command, and dynamic forwarding on the same connection. */
    @Test
    void aCommandAndDynamicForwardingShareAConnection() throws Exception {
        int socks = FreePorts.next();
        Process ssh = client().options("-D", "127.0.0.1:" + socks)
                .ssh(TINA, "sleep 600")
                .start();
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(throughSocks(ssh, socks, "round " + i)).isEqualTo("round " + i);
            }
        } finally {
            ssh.destroy();
        }
    }

    private static String throughSocks(Process ssh, int socks, String text) throws Exception {
        Proxy proxy = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), socks));
        for (int i = 0; i < 1800 && ssh.isAlive(); i++) {
            try (Socket socket = new Socket(proxy)) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), echo.port()));
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("ssh does not listen");
    }

    @Test
    void aPermissionTakenBackCutsTheTunnel() throws Exception {
        Estate estate = new Estate(gatehouse);
        String user = estate.user("tom");
        estate.permitTunnels(user, asset, TestingSshServer.USER);
        int local = FreePorts.next();
        Process ssh = client().options("-N", "-L", local + ":127.0.0.1:" + echo.port())
                .ssh("tom@" + TestingSshServer.USER + "@" + ASSET)
                .start();
        try (Socket socket = connected(ssh, local)) {
            socket.getOutputStream().write('x');
            assertThat(socket.getInputStream().read()).isEqualTo('x');
            Rest admin = gatehouse.admin();
            admin.get("perms/asset-permissions?limit=100&user=" + user)
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(permission -> admin.delete("perms/asset-permissions/" + permission.getString("id") + "/"));
            socket.setSoTimeout(180_000);
            assertThat(readOrReset(socket)).isEqualTo(-1);
        } finally {
            ssh.destroy();
        }
    }

    private static int readOrReset(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    private static Socket connected(Process ssh, int port) throws Exception {
        for (int i = 0; i < 1800 && ssh.isAlive(); i++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("ssh does not listen");
    }

    @Test
    void aJumpNeedsGatehousesOwnKeyAndOneLineForAllAssets(@TempDir Path directory) throws IOException {
        JsonObject keys = gatehouse.rest("tina", Estate.PASSWORD).get("terminal/ssh-host-keys/");
        String own = keys.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .map(key -> "[127.0.0.1]:" + gatehouse.sshPort() + " " + key.getString("publicKey"))
                .collect(Collectors.joining("\n"));
        Path known = Files.writeString(
                directory.resolve("known_hosts"), own + "\n" + keys.getString("authorityLine") + "\n");

        Program.Result jumped = jump(directory, known).run();
        assertThat(jumped.out()).as(jumped.toString()).isEqualTo(TestingSshServer.USER + "\n");

        Files.writeString(known, own + "\n");
        Program.Result withoutTheLine = jump(directory, known).run();
        assertThat(withoutTheLine.code()).isEqualTo(255);
        assertThat(withoutTheLine.err()).contains("Host key verification failed");
    }

    private static Program jump(Path directory, Path known) {
        try {
            Path config = Files.writeString(directory.resolve("config"), """
                    Host *
                      UserKnownHostsFile %s
                      GlobalKnownHostsFile /dev/null
                      StrictHostKeyChecking yes
                      PubkeyAuthentication no
                      NumberOfPasswordPrompts 1
                    Host gatehouse
                      HostName 127.0.0.1
                      Port %d
                      User tina
                    Host %s
                      User %s
                      Port %d
                      ProxyJump gatehouse
                    """.formatted(
                            known, gatehouse.sshPort(), ASSET, TestingSshServer.USER, target.port()));
            return client().withPassword(Program.of("ssh", "-F", config.toString(), ASSET, "id", "-un"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

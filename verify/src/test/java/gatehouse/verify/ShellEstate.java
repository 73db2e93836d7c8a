package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A target, somebody who opens shells there in a browser and may share them, and two others. */
final class ShellEstate implements AutoCloseable {
    static final String TAB = "secret-of-this-tab";
    private final TestingSshServer target = TestingSshServer.start();
    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    private final String prefix;
    private final String asset;
    private final String bobId;
    private final Rest alice;
    private final Rest bob;
    private final Rest carol;

    /** @param prefix of everybody's name */
    ShellEstate(String prefix) {
        this.prefix = prefix;
        Estate estate = new Estate(gatehouse);
        String name = prefix + "-target";
        asset = estate.sshAsset(name, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user(prefix + "-alice"), asset, TestingSshServer.USER, "CONNECT", "SHARE");
        bobId = estate.user(prefix + "-bob");
        estate.user(prefix + "-carol");
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                .ssh(prefix + "-alice@" + TestingSshServer.USER + "@" + name, "true")
                .run();
        estate.acceptHostKeys();
        alice = signedInAgain();
        bob = gatehouse.rest(prefix + "-bob", Estate.PASSWORD);
        carol = gatehouse.rest(prefix + "-carol", Estate.PASSWORD);
    }

    TestingSshServer target() {
        return target;
    }

    RunningGatehouse gatehouse() {
        return gatehouse;
    }

    String asset() {
        return asset;
    }

    Rest alice() {
        return alice;
    }

    Rest bob() {
        return bob;
    }

    String bobId() {
        return bobId;
    }

    Rest carol() {
        return carol;
    }

    @Override
    public void close() {
        target.close();
    }

    TestingTab open() {
        return open(alice, true);
    }

    TestingTab open(Rest person, boolean acknowledging) {
        String token = person.post(
                        "authentication/connection-token/",
                        object("asset", asset, "account", TestingSshServer.USER, "protocol", "ssh"))
                .getString("value");
        TestingTab tab = acknowledging
                ? TestingTab.at(person, "terminal")
                : TestingTab.thatNeverAcknowledges(person, "terminal");
        tab.say(Json.createObjectBuilder(object("type", "open", "token", token, "tab", TAB))
                .add("columns", 80)
                .add("rows", 24)
                .build());
        return tab;
    }

    TestingTab resume(String session, long received) {
        TestingTab tab = TestingTab.at(alice, "terminal");
        tab.say(resumption(session, TAB, received));
        return tab;
    }

    TestingTab resume(Rest person, String session, String secret) {
        TestingTab tab = TestingTab.at(person, "terminal");
        tab.say(resumption(session, secret, 0));
        return tab;
    }

    JsonObject resumption(String session, String secret, long received) {
        return Json.createObjectBuilder(object("type", "resume", "session", session, "tab", secret))
                .add("received", received)
                .add("columns", 80)
                .add("rows", 24)
                .build();
    }

    Rest signedInAgain() {
        return gatehouse.rest(prefix + "-alice", Estate.PASSWORD);
    }

    String session(TestingTab shell) {
        return shell.awaitControl("opened").getString("session");
    }

    /** Gives the token of the link. */
    String share(String session, String access) {
        return share(session, access, bobId);
    }

    String share(String session, String access, String user) {
        return share(alice, session, access, user);
    }

    String share(Rest inviter, String session, String access, String user) {
        String link = inviter.post("terminal/sessions/" + session + "/shares/", invitation(access, user))
                .getString("link");
        assertThat(link).startsWith("/luna/#/join?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    JsonObject invitation(String access, String user) {
        return Json.createObjectBuilder(object("access", access))
                .add("users", Json.createArrayBuilder().add(user))
                .add("minutes", 30)
                .build();
    }

    JsonObject redeemed(Rest person, String token) {
        return person.post("terminal/invitations/redeem/", object("token", token));
    }

    void awaitTraffic(String session, long bytes) {
        Eventually.holds(() -> assertThat(traffic(session)).isGreaterThanOrEqualTo(bytes));
    }

    /** Waits until it has not grown for two seconds. */
    void awaitStandstill(String session) {
        AtomicLong before = new AtomicLong(-1);
        AtomicInteger still = new AtomicInteger();
        Eventually.holds(() -> {
            long now = traffic(session);
            still.set(before.getAndSet(now) == now ? still.get() + 1 : 0);
            assertThat(still.get()).isGreaterThanOrEqualTo(20);
        });
    }

    long traffic(String session) {
        return alice.get("terminal/sessions/" + session + "/")
                .getJsonNumber("outputBytes")
                .longValue();
    }
}

package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever can write to the database moves no secret into another row; what earlier builds sealed is bound to its row at a start. */
class SealedValuesE2E {
    private static final String KEYS = " from gatehouse.keyring_key_encryption_key where owner = "
            + "(select organisation from gatehouse.vault_secret limit 1)";

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        RunningGatehouse gatehouse = RunningGatehouse.start(Map.of());
        holds(gatehouse, new StoppedH2(gatehouse.home())::ask, new Dialect("rawtohex(%s)", "X'%s'"));
    }

    @Test
    void onPostgresql() throws Exception {
        try (TestingPostgresql database = TestingPostgresql.start()) {
            holds(
                    RunningGatehouse.start(database.settings("gatehouse")),
                    sql -> database.ask("gatehouse", sql),
                    new Dialect("encode(%s, 'hex')", "decode('%s', 'hex')"));
        }
    }

    private static void holds(RunningGatehouse gatehouse, Database database, Dialect dialect) throws Exception {
        try (gatehouse;
                TestingSshServer target = TestingSshServer.start()) {
            gatehouse.setUpFirstAdministrator();
            Estate estate = new Estate(gatehouse);
            String reader = estate.user("rita");
            String good = account(estate, reader, "guarded", target, TestingSshServer.PASSWORD);
            String own = account(estate, reader, "own", target, "nobody-knows-it");
            SshClient rita = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
            rita.ssh(login("guarded"), "true").run();
            estate.acceptHostKeys();
            rita.ssh(login("own"), "true").run();
            estate.acceptHostKeys();
            assertThat(rita.ssh(login("guarded"), "echo in").run().out()).isEqualTo("in\n");

            gatehouse.close();
            String stolen = database.ask("select " + dialect.digits("sealed") + secretOf(good));
            database.ask("update gatehouse.vault_secret set sealed = " + dialect.value(stolen) + " where account = '"
                    + own + "'");
            String old = old(gatehouse, database, dialect);
            database.ask("update gatehouse.vault_secret set sealed = " + dialect.value(old) + " where account = '"
                    + good + "'");
            gatehouse.start();

            Program.Result copied = rita.ssh(login("own"), "echo in").run();
            assertThat(copied.out()).isEmpty();
            assertThat(copied.err()).as(copied.toString()).contains("copied here from another row");
            assertThat(rita.ssh(login("guarded"), "echo in").run().out()).isEqualTo("in\n");

            gatehouse.close();
            String bound = database.ask("select " + dialect.digits("sealed") + secretOf(good));
            assertThat(bound).startsWith("02").isNotEqualToIgnoringCase(stolen);
            assertThat(database.ask("select " + dialect.digits("sealed") + secretOf(own)))
                    .isEqualTo(stolen);
        }
    }

    private static String account(Estate estate, String user, String name, TestingSshServer target, String password) {
        String asset = estate.sshAsset(name, target.port());
        estate.permit(user, asset, TestingSshServer.USER, "CONNECT");
        return estate.account(asset, TestingSshServer.USER, password);
    }

    private static String old(RunningGatehouse gatehouse, Database database, Dialect dialect) throws Exception {
        return OldSeal.of(
                        gatehouse.home().resolve("keys/master.key"),
                        database.ask("select id" + KEYS),
                        database.ask("select owner" + KEYS),
                        database.ask("select " + dialect.digits("wrapped") + KEYS))
                .seal("vault.secret.sealed", TestingSshServer.PASSWORD);
    }

    private static String login(String asset) {
        return "rita@" + TestingSshServer.USER + "@" + asset;
    }

    private static String secretOf(String account) {
        return " from gatehouse.vault_secret where account = '" + account + "'";
    }

    @FunctionalInterface
    private interface Database {
        String ask(String sql);
    }

    /** How hexadecimal digits are read and written. */
    private record Dialect(String read, String written) {
        String digits(String column) {
            return String.format(read, column);
        }

        String value(String digits) {
            return String.format(written, digits);
        }
    }
}

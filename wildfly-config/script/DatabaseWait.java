import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Waits up to 60 s until the database answers, then says what is wrong. Argument: the JDBC URL; user and password come from the
 * environment, so that nobody sees them in a list of processes.
 */
final class DatabaseWait {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    public static void main(String[] arguments) throws InterruptedException {
        String url = arguments[0];
        String user = System.getenv("GATEHOUSE_DB_USER");
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", System.getenv("GATEHOUSE_DB_PASSWORD"));
        // also for one that accepts connections and says nothing
        login.setProperty("loginTimeout", "5");
        long start = System.nanoTime();
        boolean said = false;
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                return;
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() - start > PATIENCE_NANOS) {
                    System.err.println("gatehouse: cannot use the database " + url + " as " + user + ": " + e.getMessage());
                    System.exit(1);
                }
            }
            if (!said) {
                System.out.println("Waiting up to 60 s for the database " + url);
                said = true;
            }
            Thread.sleep(1000);
        }
    }

    /** Connection failures and "starting up" pass; a wrong password or a missing database does not. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.equals("57P03");
    }
}

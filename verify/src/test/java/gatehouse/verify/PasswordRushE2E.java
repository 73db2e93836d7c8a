package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two hundred people at the door with the right password. A password is dear to check: whoever cannot be served is told so. */
class PasswordRushE2E {
    private static final int CLIENTS = 200;
    private static final int PEOPLE = 10;

    /** Whoever names no asset is told so after the sign-in. */
    private static final String IN = "DESTINATION_WANTED";

    private static final String BUSY = "too many people are signing in at once";

    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void people() {
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        IntStream.range(0, PEOPLE).forEach(i -> estate.user(name(i)));
    }

    @Test
    void onePersonTwoHundredTimes() throws Exception {
        rush(_ -> from("127.0.0.1").ssh(name(0), "true"));
    }

    @Test
    void manyPeopleFromManyPlaces() throws Exception {
        rush(i -> from("127.0.4." + (i + 1)).ssh(name(i), "true"));
    }

    private static void rush(IntFunction<Program> client) throws Exception {
        List<Future<Program.Result>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                Program ssh = client.apply(i).atMost(Duration.ofMinutes(5));
                running.add(threads.submit(ssh::run));
            }
        }
        int in = 0;
        for (Future<Program.Result> ended : running) {
            Program.Result result = ended.get();
            assertThat(result.err()).as(result.toString()).containsAnyOf(IN, BUSY);
            in += result.err().contains(IN) ? 1 : 0;
        }
        assertThat(in).as("signed in").isPositive();

        // nobody who was sent away counts as somebody who guessed
        for (int i = 0; i < CLIENTS; i += CLIENTS / PEOPLE - 1) {
            Program.Result after = client.apply(i).run();
            assertThat(after.err()).as(after.toString()).contains(IN);
        }
        assertThat(gatehouse.rest(name(0), Estate.PASSWORD).get("users/me/").getString("username"))
                .isEqualTo(name(0));
    }

    private static String name(int i) {
        return "rush-" + i % PEOPLE;
    }

    private static SshClient from(String address) {
        return new SshClient(gatehouse.sshPort(), Estate.PASSWORD).options("-o", "BindAddress=" + address);
    }
}

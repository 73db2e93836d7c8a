package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetId;
import gatehouse.session.control.live.TestingSession;
import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandSubject;
import gatehouse.session.entity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** R1.7 */
class CommandBacklogTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final CommandBacklog backlog = new CommandBacklog(12, 10, 2);
    private final CommandSubject flood = subject();
    private final CommandSubject honest = subject();
    private final List<Command> seen = new ArrayList<>();

    @Test
    void whoFloodsLosesOnlyTheirOwnLinesAndIsSaidToHaveDoneSo() {
        for (int i = 1; i <= 50; i++) {
            add(flood, i, "flood " + i);
        }
        add(honest, 1, "ls");
        add(honest, 2, "rm -rf /srv");

        assertThat(texts(honest)).containsExactly("ls", "rm -rf /srv");
        assertThat(texts(flood)).hasSize(11).contains("flood 10").endsWith("[40 commands not listed]");
    }

    @Test
    void whenAllHaveTooManyEachStillHasItsFirst() {
        CommandSubject third = subject();
        for (int i = 1; i <= 10; i++) {
            add(flood, i, "flood");
            add(honest, i, "also a flood");
        }
        for (int i = 1; i <= 3; i++) {
            add(third, i, "line " + i);
        }

        assertThat(texts(third)).containsExactly("line 1", "line 2", "[1 command not listed]");
    }

    @Test
    void theLineThatCountsStandsWhereTheFirstOneWasLeftOut() {
        for (int i = 1; i <= 12; i++) {
            add(flood, i, "flood");
        }

        Command line = all().getLast();
        assertThat(line.sequence()).isEqualTo(11);
        assertThat(line.startedAt()).isEqualTo(START.plusSeconds(11));
        assertThat(line.session()).isEqualTo(flood.session());
    }

    @Test
    void onceWhatWaitedIsWrittenLinesAreListedAgain() {
        for (int i = 1; i <= 11; i++) {
            add(flood, i, "flood");
        }
        assertThat(all()).hasSize(11);

        add(flood, 12, "id");

        assertThat(texts(flood)).containsExactly("id");
    }

    @Test
    void aChangeTakesThePlaceOfWhatWaits() {
        Command running = add(flood, 1, "make");
        for (int i = 2; i <= 10; i++) {
            add(flood, i, "flood");
        }
        backlog.add(running.ended("built", OptionalInt.of(0)));

        assertThat(all()).hasSize(10).first().extracting(Command::output).isEqualTo("built");
    }

    @Test
    void aChangeOfWhatIsWrittenAlwaysHasAPlace() {
        Command running = add(flood, 1, "make");
        assertThat(all()).hasSize(1);
        for (int i = 2; i <= 12; i++) {
            add(flood, i, "flood");
        }
        backlog.add(running.ended("built", OptionalInt.of(0)));

        assertThat(all()).extracting(Command::output).contains("built");
    }

    @Test
    void aChangeOfWhatWasLeftOutIsLeftOutToo() {
        for (int i = 1; i <= 10; i++) {
            add(flood, i, "flood");
        }
        Command unlisted = add(flood, 11, "make");
        backlog.add(unlisted.ended("built", OptionalInt.of(0)));

        assertThat(texts(flood)).hasSize(11).doesNotContain("make").endsWith("[1 command not listed]");
    }

    private Command add(CommandSubject subject, int number, String text) {
        Command command = new Command(subject, number, text, START.plusSeconds(number), Duration.ofSeconds(number));
        backlog.add(command);
        return command;
    }

    private List<String> texts(CommandSubject subject) {
        seen.addAll(all());
        return seen.stream()
                .filter(command -> command.session().equals(subject.session()))
                .map(Command::text)
                .toList();
    }

    private List<Command> all() {
        List<Command> all = new ArrayList<>();
        for (List<Command> batch = backlog.take(3); !batch.isEmpty(); batch = backlog.take(3)) {
            all.addAll(batch);
        }
        return all;
    }

    private static CommandSubject subject() {
        return new CommandSubject(SessionId.next(), TestingSession.caller("alice"), AssetId.next(), "web-1", "root");
    }
}

package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.kernel.UserId;
import gatehouse.session.control.Typist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does while a program at the target is told to stop waits for the shell, in its order. */
class HeldInputTest {
    private static final String ZRINIT = "**\30B0100000023be50\r\212\21";

    private Wired wired;

    @BeforeEach
    void aProgramIsToldToStop() {
        wired = new Wired(new LoggingGuard(Effect.READ), Zmodem::new);
        wired.target(ZRINIT);
    }

    @Test
    void theEndOvertakesNothing() {
        wired.types("ls\r");
        wired.fromPerson.resize(WindowSize.cells(100, 30));
        wired.fromPerson.endOfInput();
        assertThat(wired.stagesToTarget.size()).isZero();

        wired.target("$ ");
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r<100x30><end>");
        wired.assertCompleted();
    }

    @Test
    void ofSeveralSizesInARowTheLastCounts() {
        wired.types("ls\r");
        wired.fromPerson.resize(WindowSize.cells(100, 30));
        wired.fromPerson.resize(WindowSize.cells(101, 31));
        wired.types("id\r");
        wired.fromPerson.resize(WindowSize.cells(102, 32));

        wired.target("$ ");
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r<101x31>id\r<102x32>");
    }

    @Test
    void whatNobodyTypedBeforeDoesNotWait() {
        wired.fromPerson.resize(WindowSize.cells(100, 30));

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("<100x30>");
    }

    @Test
    void aSignalNeverWaitsAndOvertakesNothing() {
        wired.types("ls\r");
        wired.fromPerson.signal("INT");

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r<INT>");
        wired.assertCompleted();
    }

    /** R11.9, also when somebody else's interrupt lets it go. */
    @Test
    void whatWaitedIsOfThePersonWhoTypedIt() {
        Typist bob = new Typist(UserId.next(), "bob");
        wired.types("own\r");
        bob.pass(() -> wired.types("joined\r"));
        bob.pass(() -> wired.types("\3"));

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("own\rjoined\r\3");
        assertThat(wired.typists).containsExactly("the person", "bob", "bob");
    }

    @Test
    void theTimerLetsGoWhatSomebodyWhoJoinedTyped() {
        new Typist(UserId.next(), "bob").pass(() -> wired.types("joined\r"));

        wired.later.forEach(Runnable::run);

        assertThat(wired.typists).containsExactly("bob");
    }
}

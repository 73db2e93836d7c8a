package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.KernelProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The menu, from its greeting to its end; its lists are in {@link MenuListsTest}. */
class InteractiveMenuTest {
    private static final String PROMPT = "Opt> ";

    private final TestingCatalogue catalogue = TestingCatalogue.of(50);
    private final TestingSessions sessions = new TestingSessions();
    private final TestingTerminal terminal = new TestingTerminal();

    private TestingTerminal start() {
        terminal.start(TestingTerminal.options(80, 24), catalogue, sessions).expect(PROMPT);
        return terminal;
    }

    @Test
    void uniqueSearchConnectsAndTheMenuComesBack() {
        start().type("00042\r").expect("<web-00042 ssh root>");
        terminal.type("ls").expect("[ls]");
        terminal.type("x").expect("The session with web-00042 has ended.");
        terminal.expect(PROMPT);
        terminal.type("q\r").expect("Goodbye.");
        assertThat(terminal.exited).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(new ExitStatus.Code(0));
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(Optional.empty());
    }

    @Test
    void theHelpNamesOnlyWhatThereIs() {
        start().type("?\r");
        assertThat(terminal.expect("leave"))
                .contains("list hosts")
                .doesNotContain("databases")
                .doesNotContain("Kubernetes");
    }

    @Test
    void theHelpNamesTheKeysForWhatThePersonMayReach() {
        catalogue.categories.put(catalogue.add("orders", "192.0.2.5", "ssh"), MenuQuery.Category.DATABASE);
        start().type("?\r");
        assertThat(terminal.expect("leave")).contains("list databases").doesNotContain("Kubernetes");
        catalogue.categories.put(catalogue.add("cluster", "192.0.2.6", "ssh"), MenuQuery.Category.KUBERNETES);
        terminal.type("s\r");
        assertThat(terminal.expect("退出")).contains("显示数据库", "显示 Kubernetes 集群");
        terminal.type("d\r").expect("orders");
        terminal.type("k\r").expect("cluster");
    }

    @Test
    void languageSwitchesToChineseAndBack() {
        start().type("s\r").expect("退出");
        terminal.type("p\r").expect("共 3 页");
        terminal.type("s\rq\r").expect("Goodbye.");
    }

    @Test
    void chineseLocaleStartsInChinese() {
        MenuOptions options = new MenuOptions(
                "爱丽丝",
                "今晚维护",
                Locale.SIMPLIFIED_CHINESE,
                Duration.ofMinutes(1),
                TestingTerminal.pty(40, 20),
                Optional.empty(),
                Optional.empty());
        terminal.start(options, catalogue, sessions).expect("爱丽丝，欢迎使用");
        terminal.expect("今晚维护");
    }

    @Test
    void severalProtocolsAndAccountsAreAskedFor() {
        catalogue.add("switch", "192.0.2.7", "ssh", "telnet");
        catalogue.accounts.add(MenuAccount.stored(UUID.randomUUID(), "deploy", "deploy"));
        start().type("switch\r").expect("Protocol (number, q gives up)> ");
        terminal.type("2\r").expect("Account (number, q gives up)> ");
        terminal.type("2\r").expect("<switch telnet deploy>");
    }

    @Test
    void threeBadPicksGiveUp() {
        catalogue.accounts.add(MenuAccount.stored(UUID.randomUUID(), "deploy", "deploy"));
        start().type("00001\r").expect("Account");
        terminal.type("7\rabc\r\r").expect("Given up.");
        terminal.expect(PROMPT);
        assertThat(sessions.running).isEmpty();
    }

    @Test
    void accountTypedByHandAsksNameAndPasswordWithoutEcho() throws InterruptedException {
        catalogue.accounts.clear();
        catalogue.accounts.add(new MenuAccount(Optional.empty(), "@INPUT", "", true));
        start().type("00001\r").expect("User name on web-00001> ");
        terminal.type("bob\r").expect("Password of bob@web-00001: ");
        terminal.type("s3crét\r").expect("<web-00001 ssh bob>");
        assertThat(terminal.everything()).doesNotContain("s3cr");
        MenuChoice choice = sessions.next().choice;
        assertThat(choice.secret().orElseThrow().asString()).isEqualTo("s3crét");
    }

    @Test
    void keysTypedWhileConnectingReachTheSession() {
        sessions.gate = new CompletableFuture<>();
        start().type("00001\r").expect("Connecting");
        terminal.type("early");
        sessions.gate.complete(null);
        terminal.expect("[early]");
    }

    @Test
    void keysTypedInTheSamePieceAsTheChoiceReachTheSession() {
        start().type("00001\rearly").expect("[early]");
        terminal.type("x").expect("has ended.");
        terminal.type("00002\r\nls").expect("[ls]");
    }

    @Test
    void controlCWhileConnectingGivesUpAndClosesWhatOpensLater() throws InterruptedException {
        sessions.gate = new CompletableFuture<>();
        start().type("00001\r").expect("Connecting");
        TestingSessions.Running session = sessions.next();
        terminal.type("\003").expect("Given up.");
        sessions.gate.complete(null);
        terminal.type("\r").expect("50 assets");
        assertThat(session.closed).succeedsWithin(TestingTerminal.PATIENCE);
        assertThat(terminal.everything()).doesNotContain("<web-00001");
    }

    @Test
    void sessionGetsTheSizeThatTheWindowHasNow() throws InterruptedException {
        start();
        terminal.input.resize(WindowSize.cells(132, 50));
        terminal.type("00001\r").expect("<web-00001");
        TestingSessions.Running session = sessions.next();
        assertThat(session.choice.pty().size().columns()).isEqualTo(132);
        terminal.type("a").expect("[a]");
        terminal.input.resize(WindowSize.cells(100, 30));
        assertThat(session.sizes.poll(TestingTerminal.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(WindowSize.cells(100, 30));
    }

    @Test
    void hostileNamesAreMadeVisible() {
        catalogue.assets.clear();
        catalogue.add("evil\033]0;x\007\u202e", "192.0.2.9\r\n", "ssh");
        catalogue.add("other", "192.0.2.8", "ssh");
        start().type("p\r");
        assertThat(terminal.expect("2 assets"))
                .contains("evil\\u{1b}]0;x\\u{7}\\u{202e}")
                .doesNotContain("\007");
    }

    @Test
    void pasteNeverPressesEnter() {
        start().type("\033[200~p\rq\r\033[201~").expect("p q ");
        terminal.type("\025" + "q\r").expect("Goodbye.");
    }

    @Test
    void idleMenuEnds() {
        MenuOptions options = new MenuOptions(
                "alice",
                "",
                Locale.ENGLISH,
                Duration.ofMillis(50),
                TestingTerminal.pty(80, 24),
                Optional.empty(),
                Optional.empty());
        terminal.start(options, catalogue, sessions).expect("No key was pressed for too long.");
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
    }

    /** R1.5: only keys reset the idle timer. */
    @Test
    void aWindowThatChangesItsSizeKeepsNobody() throws Exception {
        MenuOptions options = new MenuOptions(
                "alice",
                "",
                Locale.ENGLISH,
                Duration.ofMillis(200),
                TestingTerminal.pty(80, 24),
                Optional.empty(),
                Optional.empty());
        terminal.start(options, catalogue, sessions);
        Instant end = Instant.now().plus(TestingTerminal.PATIENCE);
        while (!isClosedWithin(10) && Instant.now().isBefore(end)) {
            terminal.input.resize(WindowSize.cells(80, 24));
        }
        assertThat(terminal.everything()).contains("No key was pressed for too long.");
    }

    private boolean isClosedWithin(int millis) throws Exception {
        try {
            terminal.closed.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    @Test
    void helpShowsInOnePieceWhatClientsThatJumpMustTrust() {
        start().type("?\r").expect("To jump to an asset (ssh -J)");
        terminal.expect("\n" + TestingTerminal.AUTHORITY + "\r\n");
        terminal.expect("ssh -J alice@gate.example:2222 ACCOUNT@ASSET");
    }

    @Test
    void controlDOnAnEmptyLineLeaves() {
        start().type("\004").expect("Goodbye.");
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void problemsAreShownWithTheirCodeAndTheMenuGoesOn() {
        start();
        catalogue.failure = KernelProblem.VALUE_INVALID.problem("this is not so");
        terminal.type("p\r").expect("this is not so [VALUE_INVALID]");
        terminal.expect(PROMPT);
        catalogue.failure = new IllegalStateException("internal detail");
        terminal.type("p\r").expect("This did not work.");
        assertThat(terminal.everything()).doesNotContain("internal detail");
    }

    @Test
    void closingWhileASessionRunsClosesBoth() throws InterruptedException {
        start().type("00001\r").expect("<web-00001");
        TestingSessions.Running session = sessions.next();
        terminal.type("a").expect("[a]");
        terminal.input.close();
        assertThat(session.closed).succeedsWithin(TestingTerminal.PATIENCE);
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void inputThatEndsDuringASessionEndsTheMenuAfterIt() {
        start().type("00001\r").expect("<web-00001");
        terminal.type("a").expect("[a]");
        terminal.input.endOfInput();
        terminal.type("x").expect("The session with web-00001 has ended.");
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void everyPushIsCompletedAlsoAfterTheEnd() {
        start().type("q\r").expect("Goodbye.");
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        terminal.input.input(new byte[] {'a'}, 0, 1, () -> done.complete(true));
        assertThat(done).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void namedTargetOpensAtOnceAndItsEndIsTheEnd() {
        terminal.start(direct("root", "web-00007"), catalogue, sessions).expect("<web-00007 ssh root>");
        terminal.type("x");
        assertThat(terminal.exited).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(new ExitStatus.Code(7));
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void ambiguousTargetIsAskedFor() {
        catalogue.add("twin", "192.0.2.1", "ssh");
        catalogue.add("twin", "192.0.2.2", "ssh");
        terminal.start(direct("root", "twin"), catalogue, sessions).expect("Several assets fit.");
        terminal.type("2\r").expect("<twin ssh root>");
    }

    @Test
    void unknownTargetIsRefusedWithOneSentence() {
        terminal.start(direct("root", "nowhere"), catalogue, sessions)
                .expect("No such asset, or you may not reach it by ssh.");
        assertThat(terminal.exited).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(new ExitStatus.Code(1));
    }

    private static MenuOptions direct(String account, String asset) {
        return new MenuOptions(
                "alice",
                "",
                Locale.ENGLISH,
                Duration.ofMinutes(1),
                TestingTerminal.pty(80, 24),
                Optional.empty(),
                Optional.of(new LoginName.Direct("alice", "ssh", account, asset)));
    }

    @Test
    void everyHelpLineFitsFortyColumns() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(MenuHelp.lines(MenuText.in(locale), 40, _ -> true))
                    .allMatch(line -> TestingTerminal.cells(line) < 40);
        }
    }
}

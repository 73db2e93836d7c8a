package gatehouse.session.control.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.session.control.exec.CopyCommand;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferOutcome;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScpConversationTest {
    private final TestingJournal journal = new TestingJournal();

    @Test
    void uploadsAreLoggedWithHashAndResult() {
        ScpConversation scp = conversation("scp -r -t /srv");
        receiver(scp, "\0");
        sender(scp, "D0755 0 sub\n");
        receiver(scp, "\0");
        sender(scp, "T1700000000 0 1700000000 0\n");
        receiver(scp, "\0");
        sender(scp, "C0644 5 hello.txt\n");
        receiver(scp, "\0");
        sender(scp, "hel");
        sender(scp, "lo\0");
        receiver(scp, "\0");
        sender(scp, "E\n");
        receiver(scp, "\0");
        sender(scp, "C0600 0 empty\n");
        receiver(scp, "\0");
        sender(scp, "\0");
        receiver(scp, "\0");
        scp.end();
        assertThat(journal.lines).extracting(Transfer::path).containsExactly("/srv/sub/hello.txt", "/srv/empty");
        assertThat(journal.lines).extracting(Transfer::outcome).containsOnly(TransferOutcome.SUCCEEDED);
        assertThat(journal.lines)
                .allSatisfy(line -> assertThat(line.content().whole()).isTrue());
        assertThat(journal.lines.getFirst().content().sha256())
                .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void whatIsReadIsNamedAsItIsAtTheTarget() {
        assertThat(readPath("scp -r -f /srv/tree")).isEqualTo("/srv/tree/sub/x");
        assertThat(readPath("scp -r -f '/srv/t*'")).isEqualTo("/srv/tree/sub/x");
        assertThat(readPath("scp -r -f tree")).isEqualTo("tree/sub/x");
        assertThat(readPath("scp -r -f .")).isEqualTo("./tree/sub/x");
    }

    private String readPath(String command) {
        ScpConversation scp = conversation(command);
        receiver(scp, "\0");
        sender(scp, "D0755 0 tree\n");
        receiver(scp, "\0");
        sender(scp, "D0755 0 sub\n");
        receiver(scp, "\0");
        sender(scp, "C0644 1 x\n");
        receiver(scp, "\0");
        sender(scp, "a\0");
        receiver(scp, "\0");
        scp.end();
        return journal.lines.removeLast().path();
    }

    @Test
    void aReceiverThatRefusesAFileMakesItFailAndTheNextOneIsFollowed() {
        ScpConversation scp = conversation("scp -t /srv/x");
        receiver(scp, "\0");
        sender(scp, "C0644 5 x\n");
        receiver(scp, "\1scp: /srv/x: Permission denied\n");
        sender(scp, "C0644 1 x\n");
        receiver(scp, "\0");
        sender(scp, "a\0");
        receiver(scp, "\0");
        scp.end();
        assertThat(journal.lines)
                .extracting(Transfer::outcome)
                .containsExactly(TransferOutcome.FAILED, TransferOutcome.SUCCEEDED);
        assertThat(journal.lines.getFirst().detail()).contains("Permission denied");
    }

    @Test
    void aConnectionThatBreaksLeavesAnInterruptedLine() {
        ScpConversation scp = conversation("scp -f /srv/x");
        receiver(scp, "\0");
        sender(scp, "C0644 100 x\n");
        receiver(scp, "\0");
        sender(scp, "abc");
        scp.end();
        assertThat(journal.lines.getFirst().outcome()).isEqualTo(TransferOutcome.INTERRUPTED);
        assertThat(journal.lines.getFirst().path()).isEqualTo("/srv/x");
        assertThat(journal.lines.getFirst().content().bytes()).isEqualTo(3);
    }

    @Test
    void noiseNeverThrows() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            ScpConversation scp = conversation(random.nextBoolean() ? "scp -r -t /srv" : "scp -f x");
            String[] words = {
                "C0644 5 x\n",
                "\0",
                "D0755 0 d\n",
                "E\n",
                "\1no\n",
                "hello",
                "C0644 99999999999999999999 x\n",
                "C\n",
                "\2",
                "\n",
                "T\n",
                "C0644 -1 x\n"
            };
            for (int i = 0; i < 40; i++) {
                String word = words[random.nextInt(words.length)];
                if (random.nextBoolean()) {
                    sender(scp, word);
                } else {
                    receiver(scp, word);
                }
            }
            scp.end();
        }
    }

    private ScpConversation conversation(String command) {
        TransferGuard guard =
                new TransferGuard(TestingJournal.SUBJECT, action -> true, journal, Clock.systemUTC(), _ -> {});
        return new ScpConversation(CopyCommand.parse(command).orElseThrow(), guard);
    }

    private static void sender(ScpConversation scp, String text) {
        scp.fromSender(text.getBytes(ISO_8859_1), 0, text.length());
    }

    private static void receiver(ScpConversation scp, String text) {
        scp.fromReceiver(text.getBytes(ISO_8859_1), 0, text.length());
    }
}

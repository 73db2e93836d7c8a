package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileTree;
import gatehouse.connector.ssh.wire.Serial;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One target of a tree: opened when it is first needed; requests wait meanwhile. Its handles and the paths in its answers are
 * translated to what the client of the tree sees.
 */
final class Mount {
    /** What an answer needs. */
    enum Asked {
        NOTHING,
        HANDLE,
        PATH
    }

    private record Held(Runnable send, Completion done) {}

    private final TreePath target;
    private final String prefix;
    private final ClientSide client;
    private final Runnable whenOver;
    private final ConcurrentHashMap<Integer, Asked> unanswered = new ConcurrentHashMap<>();
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    /** What the target brings is brought under its session's locks, which sending and closing take behind this one's. */
    private final Serial inTurn = new Serial(new Work("sftp-answers", null), Integer.MAX_VALUE);

    private TerminalInput input;
    private boolean greeted;
    private boolean over;
    private volatile int endStatus = Sftp.FAILURE;
    private volatile String endDetail = "the target cannot be reached";

    /**
     * @param prefix goes before each handle of this target, so that handles of two targets differ
     * @param whenOver told at least once; takes no lock under which anybody is called
     */
    Mount(TreePath target, String prefix, ClientSide client, Runnable whenOver) {
        this.target = target;
        this.prefix = prefix;
        this.client = client;
        this.whenOver = whenOver;
    }

    void open(FileTree tree) {
        var _ = tree.open(target.folders(), new FromTarget()).whenComplete((opened, failure) -> {
            if (failure != null) {
                end(failure);
                return;
            }
            greet(opened);
        });
    }

    /** A whole request, or the head of one whose body follows by {@link #body}. */
    void ask(int id, Asked asked, byte[] request, Completion done) {
        unanswered.put(id, asked);
        if (!send(request, 0, request.length, done)) {
            refuse(id);
        }
    }

    void body(byte[] bytes, int offset, int length, Completion done) {
        send(bytes, offset, length, done);
    }

    synchronized void close() {
        if (input != null) {
            input.close();
        }
        end(SftpProblem.CONNECTION_CLOSED.problem("the client has gone"));
    }

    /** @return false when the target is gone */
    private synchronized boolean send(byte[] bytes, int offset, int length, Completion done) {
        if (over) {
            done.complete();
            return false;
        }
        if (greeted) {
            input.input(bytes, offset, length, done);
            return true;
        }
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
        held.add(new Held(() -> input.input(copy, 0, copy.length, done), done));
        return true;
    }

    private void refuse(int id) {
        if (unanswered.remove(id) != null) {
            client.answer(PacketWriter.status(id, endStatus, endDetail), Completion.NOTHING);
        }
    }

    private synchronized void greet(TerminalInput opened) {
        input = opened;
        if (over) {
            opened.close();
            return;
        }
        byte[] greeting = new PacketWriter()
                .unsigned8(Sftp.INIT)
                .int32(Sftp.VERSION_SPOKEN)
                .toBytes();
        input.input(greeting, 0, greeting.length, Completion.NOTHING);
    }

    private void greeted() {
        if (!goOn()) {
            end(SftpProblem.ANSWER_MALFORMED.problem("the target greeted before it was asked"));
        }
    }

    /** @return false when nobody asked for the greeting yet */
    private synchronized boolean goOn() {
        if (input == null) {
            return false;
        }
        greeted = true;
        held.forEach(request -> request.send.run());
        held.clear();
        return true;
    }

    /** Everything that waits for this target is told; the next request opens it anew. */
    private void end(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            if (cause instanceof ProblemException problem) {
                endStatus = status(problem.kind());
                endDetail = problem.detail();
            }
            held.forEach(request -> request.done.complete());
            held.clear();
        }
        whenOver.run();
        unanswered.keySet().forEach(this::refuse);
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case FORBIDDEN, REVIEW_REQUIRED, UNAUTHENTICATED -> Sftp.PERMISSION_DENIED;
            case NOT_FOUND -> Sftp.NO_SUCH_FILE;
            case INVALID, CONFLICT, LIMITED, BUG, TARGET_FAILED, UNAVAILABLE, TARGET_TIMEOUT -> Sftp.FAILURE;
        };
    }

    private Fate translate(int type, PacketReader packet) {
        int id = packet.int32();
        Asked asked = Optional.ofNullable(unanswered.remove(id)).orElse(Asked.NOTHING);
        if (type == Sftp.HANDLE && asked == Asked.HANDLE) {
            String handle = prefix + packet.latin1();
            return Fate.replace(
                    PacketWriter.packet(Sftp.HANDLE, id).latin1(handle).toBytes());
        }
        if (type == Sftp.NAME && asked == Asked.PATH) {
            return Fate.replace(names(id, packet));
        }
        return Fate.PASS;
    }

    private byte[] names(int id, PacketReader packet) {
        int count = packet.int32();
        if (count != 1) {
            throw packet.malformed("the target resolved a path to " + count + " paths");
        }
        var path = packet.path();
        packet.string();
        // a relative link leads somewhere from where it lies: that stays as it is
        var seen = path.latin1().startsWith("/") ? target.seen(path).path() : path;
        byte[] attributes = packet.rest();
        return PacketWriter.packet(Sftp.NAME, id)
                .int32(1)
                .path(seen)
                .path(seen)
                .raw(attributes, 0, attributes.length)
                .toBytes();
    }

    private final class FromTarget implements TerminalOutput, PacketFramer.Handler {
        private final PacketFramer framer =
                new PacketFramer(this, client.source(), SftpProblem.ANSWER_MALFORMED).seeingWholeNames();
        private boolean heardGreeting;

        @Override
        public Fate packet(PacketReader packet, int total) {
            packet.int32();
            int type = packet.unsigned8();
            if (type == Sftp.VERSION) {
                if (heardGreeting) {
                    throw packet.malformed("the target greeted twice");
                }
                heardGreeting = true;
                inTurn.run(Mount.this::greeted);
                return Fate.DROP;
            }
            return translate(type, packet);
        }

        @Override
        public void body(byte[] bytes, int offset, int length) {}

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            try {
                framer.deliver(bytes, offset, length, done);
            } catch (ProblemException problem) {
                client.close(Optional.of(problem));
                inTurn.run(Mount.this::close);
            }
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        /** A packet that was cut leaves the client no way to go on. */
        @Override
        public void closed(Optional<ProblemException> reason) {
            ProblemException problem =
                    reason.orElseGet(() -> SftpProblem.CONNECTION_CLOSED.problem("the target closed the connection"));
            if (!framer.atBoundary()) {
                client.close(Optional.of(problem));
            }
            whenOver.run();
            inTurn.run(() -> end(problem));
        }
    }
}

package gatehouse.session.control.inline;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Later;
import gatehouse.session.control.SessionControls;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Sends what a protocol carries past the stages. The protocol sorts under one lock; nothing is delivered under it. */
final class InlineDetour implements Detour, Conduct {
    /** For a program at the target to end that was told to, and for the shell behind it to say something. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SessionControls controls;
    private final InlineProtocol protocol;
    private final Later later;
    private final HeldInput held = new HeldInput();
    private final Object towardsTarget;

    private volatile Way person = (_, _, _, done) -> done.complete();
    private volatile Way target = (_, _, _, done) -> done.complete();
    private volatile Optional<FromPerson> fromPerson = Optional.empty();

    /** @param towardsTarget held while something goes there: it comes from the person and from every protocol (R1.3) */
    InlineDetour(
            SessionControls controls, Later later, Object towardsTarget, Function<Conduct, InlineProtocol> protocol) {
        this.controls = controls;
        this.later = later;
        this.towardsTarget = towardsTarget;
        this.protocol = protocol.apply(this);
    }

    @Override
    public TerminalOutput output(TerminalOutput stages, Way past) {
        person = past;
        return new FromTarget(stages);
    }

    @Override
    public TerminalInput input(TerminalInput stages, Way past) {
        target = past;
        FromPerson entry = new FromPerson(stages);
        fromPerson = Optional.of(entry);
        return entry;
    }

    @Override
    public void toTarget(byte[] bytes) {
        synchronized (towardsTarget) {
            target.bytes(bytes, 0, bytes.length, Completion.NOTHING);
        }
    }

    @Override
    public void toPerson(byte[] bytes) {
        person.bytes(bytes, 0, bytes.length, Completion.NOTHING);
    }

    @Override
    public void holdInput() {
        synchronized (towardsTarget) {
            int hold = held.hold();
            later.run(PATIENCE, () -> releaseInput(hold));
        }
    }

    private void releaseInput(int hold) {
        synchronized (towardsTarget) {
            if (held.isCurrent(hold)) {
                releaseInput();
            }
        }
    }

    @Override
    public void releaseInput() {
        synchronized (towardsTarget) {
            fromPerson.ifPresent(FromPerson::release);
        }
    }

    @Override
    public void notice(String text) {
        controls.notice(text);
    }

    @Override
    public void mark(String text) {
        controls.mark(text);
    }

    private Sorted sort(Side side, byte[] bytes, int offset, int length) {
        Sorted sorted = new Sorted();
        synchronized (protocol) {
            protocol.from(side, bytes, offset, length, sorted);
        }
        return sorted;
    }

    private void end() {
        synchronized (protocol) {
            protocol.end();
        }
        synchronized (towardsTarget) {
            held.drop();
        }
    }

    private final class FromTarget implements TerminalOutput {
        private final TerminalOutput stages;

        FromTarget(TerminalOutput stages) {
            this.stages = stages;
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            sort(Side.TARGET, bytes, offset, length).deliver(stages::output, person, done);
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            stages.error(bytes, offset, length, done);
        }

        @Override
        public void endOfOutput() {
            stages.endOfOutput();
        }

        @Override
        public void exited(ExitStatus status) {
            stages.exited(status);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            end();
            stages.closed(reason);
        }
    }

    private final class FromPerson implements TerminalInput {
        private final TerminalInput stages;

        FromPerson(TerminalInput stages) {
            this.stages = stages;
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            Sorted sorted = sort(Side.PERSON, bytes, offset, length);
            synchronized (towardsTarget) {
                if (held.keeps(sorted, done)) {
                    return;
                }
                // what a refused program still sends is empty here
                if (!sorted.isEmpty()) {
                    release();
                }
                sorted.deliver(stages::input, target, done);
            }
        }

        void release() {
            held.release(stages, target);
        }

        @Override
        public void endOfInput() {
            synchronized (towardsTarget) {
                if (!held.keepsEnd()) {
                    stages.endOfInput();
                }
            }
        }

        @Override
        public void resize(WindowSize size) {
            synchronized (towardsTarget) {
                if (!held.keepsResize(size)) {
                    stages.resize(size);
                }
            }
        }

        /** As an interrupt among what is typed: it never waits. */
        @Override
        public void signal(String name) {
            synchronized (towardsTarget) {
                release();
                stages.signal(name);
            }
        }

        @Override
        public void close() {
            end();
            stages.close();
        }
    }
}

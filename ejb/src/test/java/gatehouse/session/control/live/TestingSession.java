package gatehouse.session.control.live;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.PermissionId;
import gatehouse.session.control.command.ShellListener;
import gatehouse.session.control.command.ShellObserver;
import gatehouse.session.control.screen.ScreenModel;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionKind;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** A shell of alice, whose screen is painted as in the product. */
public final class TestingSession {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final WindowSize SIZE = WindowSize.cells(80, 24);

    private static final ShellListener NOBODY = new ShellListener() {
        @Override
        public void commandStarted(int number, String text, Instant at, List<String> typists) {
            // nobody asks
        }

        @Override
        public void commandEnded(int number, String output, OptionalInt exitStatus) {
            // nobody asks
        }
    };

    private TestingSession() {}

    public static Caller caller(String name) {
        return new Caller(UserId.next(), name, OrganisationId.next(), Set.of(), "192.0.2.1", "ssh", new UUID(0, 0));
    }

    public static Grant grant(Instant until, Action... actions) {
        return new Grant(new PermissionId(new UUID(0, 9)), "operators", Set.of(actions), until);
    }

    public static Decision.Allow allow(Grant first, Grant... others) {
        List<Grant> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        return new Decision.Allow(first.until(), first.actions(), List.of(), first.permission(), all);
    }

    public static LiveSession of(TestingTerminal person, TestingTerminal target, LongSupplier nanos) {
        return of(person, target, nanos, Runnable::run);
    }

    /** @param painting where the screen is painted */
    static LiveSession of(TestingTerminal person, TestingTerminal target, LongSupplier nanos, Executor painting) {
        AssetId asset = AssetId.next();
        TerminalRequest shell = TerminalRequest.shell(new Pty("xterm", SIZE, Map.of()));
        SessionTarget where = new SessionTarget(
                asset, "web-1", Optional.empty(), "root", "ssh", SessionKind.TERMINAL, "", PermissionId.next());
        LiveFacts facts = new LiveFacts(
                SessionId.next(),
                caller("alice"),
                new SessionOrigin(SessionOrigin.Via.SSH, "192.0.2.1"),
                where,
                new ConnectRequest(asset, new AccountRef.Manual("root"), "ssh", shell),
                START,
                START.plus(Duration.ofDays(1)));
        LiveSession session = new LiveSession(facts, person, nanos);
        session.paintedBy(new ShellObserver(new ScreenModel(SIZE), NOBODY, painting, Clock.systemUTC()));
        session.attach(target);
        return session;
    }
}

package gatehouse.session.control.menu;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.session.control.PassedOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The menus that people are in: whoever is in one when the server stops is told so, as those who are in a session are. */
@ApplicationScoped
public class OpenMenus {
    private final Map<Switchboard, CompletableFuture<Void>> open = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Completes {@code left} once the menu has ended. */
    private static final class Leaving extends PassedOutput {
        final CompletableFuture<Void> left = new CompletableFuture<>();

        Leaving(TerminalOutput person) {
            super(person);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            next.closed(reason);
            left.complete(null);
        }
    }

    /** As {@link InteractiveMenu#start}. */
    public TerminalInput start(
            Work work, MenuOptions options, MenuCatalogue catalogue, MenuSessions sessions, TerminalOutput output) {
        Leaving person = new Leaving(output);
        Switchboard menu = InteractiveMenu.start(work, options, catalogue, sessions, person);
        open.put(menu, person.left);
        CompletableFuture<Void> _ = person.left.thenRun(() -> open.remove(menu));
        if (stopping) {
            menu.stop();
        }
        return menu;
    }

    /** Ends all of them, also those that are opened from now on. Completes when the people in them were told, and have left. */
    public CompletableFuture<Void> stop() {
        stopping = true;
        open.keySet().forEach(Switchboard::stop);
        return CompletableFuture.allOf(open.values().toArray(CompletableFuture<?>[]::new));
    }

    /** After {@link #stop}, when the server goes on all the same. */
    public void resume() {
        stopping = false;
    }
}

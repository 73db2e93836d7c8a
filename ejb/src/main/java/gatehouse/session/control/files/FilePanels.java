package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.files.FileClient;
import gatehouse.connector.spi.files.Files;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.session.control.TerminalOpener;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.FileConnectionId;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Open connections to targets' files on which Gatehouse is the client. Each is a session, and belongs to one sign-in. */
@ApplicationScoped
public class FilePanels {
    private static final int MOST_FOR_ONE_PERSON = 16;

    @Inject
    private FileProtocols protocols;

    @Inject
    private Destinations destinations;

    private final ConcurrentHashMap<FileConnectionId, Panel> panels = new ConcurrentHashMap<>();

    /** @param files empty while it is being opened */
    private record Panel(Caller owner, Optional<Files> files) {
        boolean belongsTo(Caller caller) {
            return owner.user().equals(caller.user()) && owner.signIn().equals(caller.signIn());
        }
    }

    /** Opens a session through {@code opener}. Fails as that does, or when too many are open. */
    public CompletionStage<FileConnectionId> open(Caller caller, AssetId asset, String account, TerminalOpener opener) {
        FileConnectionId id = reserve(caller);
        try {
            return open(caller, asset, account, opener, id).whenComplete((_, failure) -> {
                if (failure != null) {
                    panels.remove(id);
                }
            });
        } catch (RuntimeException failure) {
            panels.remove(id);
            throw failure;
        }
    }

    /** What is being opened counts, too: a target may take its time. */
    private synchronized FileConnectionId reserve(Caller caller) {
        if (panels.values().stream().filter(panel -> panel.belongsTo(caller)).count() >= MOST_FOR_ONE_PERSON) {
            throw SessionProblem.TOO_MANY_OPEN.problem(
                    "you have " + MOST_FOR_ONE_PERSON + " file panels open; close one of them first");
        }
        FileConnectionId id = FileConnectionId.next();
        panels.put(id, new Panel(caller, Optional.empty()));
        return id;
    }

    private CompletionStage<FileConnectionId> open(
            Caller caller, AssetId asset, String account, TerminalOpener opener, FileConnectionId id) {
        TerminalRequest files = FileProtocols.usualRequest();
        LoginName.Direct named = new LoginName.Direct(
                caller.username(), KnownProtocols.all().usual().name(), account, asset.toString());
        ConnectRequest request = destinations.resolve(caller, named, files);
        SessionOrigin origin = new SessionOrigin(SessionOrigin.Via.WEB, caller.address());
        FileClient client = protocols.require(files.command()).client();
        return opener.openTerminal(caller, origin, request, client.fromTarget())
                .thenCompose(client::greet)
                .thenApply(opened -> keep(id, caller, opened));
    }

    /** @throws gatehouse.kernel.ProblemException {@code SESSION_UNKNOWN} also for somebody else's */
    public Files require(Caller caller, FileConnectionId id) {
        return Optional.ofNullable(panels.get(id))
                .filter(panel -> panel.belongsTo(caller))
                .flatMap(Panel::files)
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem(
                        "the connection to these files is closed; open it again"));
    }

    private FileConnectionId keep(FileConnectionId id, Caller caller, Files files) {
        panels.put(id, new Panel(caller, Optional.of(files)));
        var _ = files.whenClosed().thenRun(() -> panels.remove(id));
        return id;
    }
}

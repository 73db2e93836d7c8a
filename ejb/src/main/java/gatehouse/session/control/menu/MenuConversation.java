package gatehouse.session.control.menu;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.kernel.Page;
import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Optional;

/** The menu's thread: asks, lists, connects, until the person leaves. */
final class MenuConversation implements Runnable {
    private static final String PROMPT = "Opt> ";
    private static final String CLEAR = "\033[H\033[2J";
    private static final int REFUSED = 1;

    private final MenuOptions options;
    private final MenuCatalogue catalogue;
    private final Switchboard switchboard;
    private final MenuTerminal terminal;
    private final Connection connection;
    private final MenuListing listing;
    private final TargetDialog dialog;
    private MenuText text;

    MenuConversation(
            MenuOptions options,
            MenuCatalogue catalogue,
            Switchboard switchboard,
            MenuTerminal terminal,
            Connection connection) {
        this.options = options;
        this.catalogue = catalogue;
        this.switchboard = switchboard;
        this.terminal = terminal;
        this.connection = connection;
        this.listing = new MenuListing(catalogue);
        this.dialog = new TargetDialog(terminal, catalogue);
        this.text = MenuText.in(options.locale());
    }

    @Override
    public void run() {
        ExitStatus status = new ExitStatus.Code(0);
        Optional<ProblemException> reason = Optional.empty();
        try {
            status = options.direct().map(this::direct).orElseGet(this::menu);
        } catch (MenuClosed e) {
            status = e.isStopping() ? stopped() : new ExitStatus.Unknown();
        } catch (RuntimeException e) {
            MenuLog.LOG.failed(e);
            reason = Optional.of(MenuProblem.MENU_FAILED.problem("the menu failed", e));
        } finally {
            switchboard.drain();
            connection.output().exited(status);
            connection.output().closed(reason);
        }
    }

    private ExitStatus stopped() {
        try {
            terminal.line("");
            wrapped(text.get("stopping"));
        } catch (MenuClosed gone) {
            return new ExitStatus.Unknown();
        }
        return new ExitStatus.Code(REFUSED);
    }

    private ExitStatus direct(LoginName.Direct target) {
        try {
            Optional<MenuChoice> choice = dialog.choose(target, text, connection.pty());
            return choice.map(this::connect).orElse(new ExitStatus.Code(REFUSED));
        } catch (ProblemException e) {
            problem(e);
            return new ExitStatus.Code(REFUSED);
        }
    }

    private ExitStatus menu() {
        greet();
        LineEditor editor = new LineEditor();
        while (true) {
            MenuTerminal.Line line = terminal.read(PROMPT, editor);
            switch (line.end()) {
                case IDLE -> {
                    terminal.line(text.get("idle"));
                    return new ExitStatus.Code(0);
                }
                case END_OF_INPUT -> {
                    return leave();
                }
                case CANCEL -> {}
                case REDRAW -> repaint();
                case ENTER -> {
                    editor.remember(line.text());
                    MenuCommand command = MenuCommand.parse(line.text());
                    if (command == MenuCommand.Plain.QUIT) {
                        return leave();
                    }
                    attempt(command);
                }
            }
        }
    }

    private ExitStatus leave() {
        terminal.line(text.get("goodbye"));
        return new ExitStatus.Code(0);
    }

    private void greet() {
        terminal.line("");
        wrapped(text.get("welcome", Visible.of(options.username())));
        if (!options.announcement().isBlank()) {
            terminal.line(Visible.lines(options.announcement().strip()));
        }
        attempt(MenuCommand.Plain.HELP);
    }

    private boolean reaches(MenuQuery.Category category) {
        return catalogue.assets(MenuQuery.of(category), 0, 1).total() > 0;
    }

    private void help() {
        MenuHelp.lines(text, terminal.columns(), this::reaches).forEach(terminal::line);
        options.jump().ifPresent(this::jumpHelp);
    }

    private void jumpHelp(MenuOptions.Jump jump) {
        terminal.line("");
        wrapped(text.get("help.authority"));
        terminal.line(jump.authorityLine()); // in one piece, to be copied
        wrapped(text.get("help.jump", Visible.of(jump.gatehouse())));
    }

    private void repaint() {
        terminal.write(CLEAR);
        if (!listing.hasBegun()) {
            greet();
            return;
        }
        listing.load(terminal.columns(), terminal.rows());
        paint();
    }

    private void paint() {
        List<String> lines = listing.paint(text, terminal.columns(), terminal.rows());
        terminal.write(String.join("\r\n", lines) + "\r\n");
    }

    /** What fails is said, and the menu goes on. */
    private void attempt(MenuCommand command) {
        try {
            carryOut(command);
        } catch (MenuClosed e) {
            throw e;
        } catch (ProblemException e) {
            problem(e);
        } catch (RuntimeException e) {
            MenuLog.LOG.failed(e);
            wrapped(text.get("problem.internal"));
        }
    }

    private void carryOut(MenuCommand command) {
        switch (command) {
            case MenuCommand.Plain plain -> carryOut(plain);
            case MenuCommand.Node(int number) -> node(number);
            case MenuCommand.Row(int number, String typed) -> row(number, typed);
            case MenuCommand.Search(String term, boolean inside) -> search(term, inside);
            case MenuCommand.Find(String term) -> find(term);
        }
    }

    private void carryOut(MenuCommand.Plain command) {
        switch (command) {
            case NEXT -> page(true);
            case PREVIOUS -> page(false);
            case ALL -> list(MenuQuery.all());
            case HOSTS -> list(MenuQuery.of(MenuQuery.Category.HOST));
            case DATABASES -> list(MenuQuery.of(MenuQuery.Category.DATABASE));
            case KUBERNETES -> list(MenuQuery.of(MenuQuery.Category.KUBERNETES));
            case TREE -> {
                listing.showNodes(terminal.columns(), terminal.rows());
                paint();
            }
            case REFRESH -> {
                catalogue.refresh();
                wrapped(text.get("refreshed"));
            }
            case LANGUAGE -> {
                text = text.next();
                help();
            }
            case HELP -> help();
            case QUIT -> {}
        }
    }

    private void list(MenuQuery query) {
        if (listing.show(query, terminal.columns(), terminal.rows())) {
            paint();
        } else {
            wrapped(text.get("none.assets"));
        }
    }

    private void page(boolean forward) {
        if (!listing.hasBegun()) {
            list(MenuQuery.all());
            return;
        }
        boolean moved = forward
                ? listing.next(terminal.columns(), terminal.rows())
                : listing.previous(terminal.columns(), terminal.rows());
        if (moved) {
            paint();
        } else {
            wrapped(text.get(forward ? "page.last" : "page.first"));
        }
    }

    private void node(int number) {
        List<MenuNode> nodes = catalogue.nodes();
        if (number < 1 || number > nodes.size()) {
            wrapped(text.get("none.number", number));
            return;
        }
        list(MenuQuery.in(nodes.get(number - 1).id()));
    }

    private void row(int number, String typed) {
        if (listing.hasBegun() && listing.showsNodes()) {
            node(number);
            return;
        }
        listing.asset(number).ifPresentOrElse(this::open, () -> find(typed));
    }

    private void search(String term, boolean inside) {
        MenuQuery from = inside ? listing.query().orElse(MenuQuery.all()) : MenuQuery.all();
        list(term.isEmpty() ? from : from.narrowed(term));
    }

    private void find(String term) {
        List<MenuAsset> named = catalogue.named(term);
        if (named.size() == 1) {
            open(named.getFirst());
            return;
        }
        MenuQuery query = MenuQuery.search(term);
        Page<MenuAsset> fitting = catalogue.assets(query, 0, 1);
        List<MenuNodes.Found> nodes = MenuNodes.named(query, catalogue).found();
        if (fitting.total() == 1 && nodes.isEmpty()) {
            open(fitting.items().getFirst());
            return;
        }
        if (fitting.total() == 0 && nodes.size() == 1) {
            list(MenuQuery.in(nodes.getFirst().node().id()));
            return;
        }
        list(query);
    }

    private void open(MenuAsset asset) {
        dialog.choose(asset, text, connection.pty()).ifPresent(this::connect);
    }

    private ExitStatus connect(MenuChoice choice) {
        String place = Visible.of(choice.asset().name());
        wrapped(text.get("connecting", place, Visible.of(choice.username()), Visible.of(choice.protocol())));
        return switch (connection.run(choice)) {
            case Connection.Outcome.Ended(var reason, var status) -> {
                wrapped(reason.map(why -> text.get("session.ended.why", place, Visible.of(why.detail())))
                        .orElseGet(() -> text.get("session.ended", place)));
                yield status.orElse(new ExitStatus.Unknown());
            }
            case Connection.Outcome.Failed(var cause) -> {
                failed(cause);
                yield new ExitStatus.Code(REFUSED);
            }
            case Connection.Outcome.GivenUp() -> {
                terminal.line(text.get("choose.given.up"));
                yield new ExitStatus.Code(REFUSED);
            }
        };
    }

    private void failed(Throwable cause) {
        if (cause instanceof ProblemException problem) {
            problem(problem);
            return;
        }
        MenuLog.LOG.failed(cause);
        wrapped(text.get("problem.internal"));
    }

    private void problem(ProblemException problem) {
        terminal.line("\033[31m" + Visible.of(problem.detail()) + " [" + problem.codeName() + "]\033[0m");
    }

    private void wrapped(String line) {
        MenuTable.wrap(line, terminal.columns()).forEach(terminal::line);
    }
}

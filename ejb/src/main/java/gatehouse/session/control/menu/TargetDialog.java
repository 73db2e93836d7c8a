package gatehouse.session.control.menu;

import gatehouse.connector.spi.Pty;
import gatehouse.kernel.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks what is still open about a target: which asset, protocol and account, and what an account typed by hand needs. */
final class TargetDialog {
    private static final int ATTEMPTS = 3;

    private final MenuTerminal terminal;
    private final MenuCatalogue catalogue;

    TargetDialog(MenuTerminal terminal, MenuCatalogue catalogue) {
        this.terminal = terminal;
        this.catalogue = catalogue;
    }

    /** Empty when the person gave up or may use nothing there; a line says so. */
    Optional<MenuChoice> choose(MenuAsset asset, MenuText text, Pty pty) {
        return protocol(asset, text).flatMap(protocol -> {
            List<MenuAccount> accounts = catalogue.accounts(asset.id(), protocol);
            if (accounts.isEmpty()) {
                terminal.line(text.get("none.accounts"));
            }
            return account(accounts, text).flatMap(account -> complete(asset, protocol, account, text, pty));
        });
    }

    /** The same for a sign-in that named the target. */
    Optional<MenuChoice> choose(LoginName.Direct named, MenuText text, Pty pty) {
        List<MenuAsset> assets = catalogue.named(named.asset()).stream()
                .filter(asset -> asset.protocols().contains(named.protocol()))
                .toList();
        if (assets.isEmpty()) {
            terminal.line(text.get("none.direct", Visible.of(named.protocol())));
        }
        return asset(assets, text).flatMap(asset -> {
            List<MenuAccount> accounts = catalogue.accounts(asset.id(), named.protocol()).stream()
                    .filter(account -> isCalled(account, named.account()))
                    .toList();
            if (accounts.isEmpty()) {
                terminal.line(text.get("none.account"));
            }
            return account(accounts, text).flatMap(account -> complete(asset, named.protocol(), account, text, pty));
        });
    }

    private static boolean isCalled(MenuAccount account, String name) {
        return name.isEmpty()
                || account.name().equals(name)
                || account.username().equals(name)
                || account.account()
                        .map(id -> id.toString().equalsIgnoreCase(name))
                        .orElse(false);
    }

    private Optional<MenuAsset> asset(List<MenuAsset> assets, MenuText text) {
        return pick(assets, text, "choose.asset", MenuListing.header(text), MenuListing.rows(assets, 0));
    }

    private Optional<String> protocol(MenuAsset asset, MenuText text) {
        List<String> header = List.of(text.get("column.id"), text.get("column.protocol"));
        return pick(
                asset.protocols(),
                text,
                "choose.protocol",
                header,
                rows(asset.protocols(), List.of(asset::protocolAndPort)));
    }

    private Optional<MenuAccount> account(List<MenuAccount> accounts, MenuText text) {
        List<String> header = List.of(text.get("column.id"), text.get("column.account"), text.get("column.username"));
        return pick(
                accounts,
                text,
                "choose.account",
                header,
                rows(accounts, List.of(MenuAccount::name, MenuAccount::username)));
    }

    private static <T> List<List<String>> rows(List<T> items, List<Function<T, String>> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (T item : items) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(rows.size() + 1));
            cells.forEach(cell -> row.add(cell.apply(item)));
            rows.add(row);
        }
        return rows;
    }

    /** The only one, or the one that the person picks by its number; three bad picks give up. */
    private <T> Optional<T> pick(
            List<T> items, MenuText text, String prompt, List<String> header, List<List<String>> rows) {
        if (items.size() < 2) {
            return items.stream().findFirst();
        }
        paint(header, rows);
        LineEditor editor = new LineEditor();
        int attempts = 0;
        while (attempts < ATTEMPTS) {
            MenuTerminal.Line line = terminal.read(text.get(prompt), editor);
            switch (line.end()) {
                case REDRAW -> paint(header, rows);
                case CANCEL, END_OF_INPUT, IDLE -> attempts = ATTEMPTS;
                case ENTER -> {
                    String typed = line.text().strip();
                    Optional<Integer> number = Numbers.upTo(typed, items.size());
                    if (number.isPresent()) {
                        return Optional.of(items.get(number.get() - 1));
                    }
                    attempts = "q".equalsIgnoreCase(typed) ? ATTEMPTS : attempts + 1;
                }
            }
        }
        terminal.line(text.get("choose.given.up"));
        return Optional.empty();
    }

    private void paint(List<String> header, List<List<String>> rows) {
        MenuTable.lines(header, rows, terminal.columns()).forEach(terminal::line);
    }

    private Optional<MenuChoice> complete(
            MenuAsset asset, String protocol, MenuAccount account, MenuText text, Pty pty) {
        String place = Visible.of(asset.name());
        Optional<String> username =
                account.asksUsername() ? username(text.get("ask.username", place)) : Optional.of(account.username());
        return username.flatMap(name -> {
            if (!account.asksSecret()) {
                return Optional.of(new MenuChoice(asset, protocol, account, name, Optional.empty(), pty));
            }
            Optional<Secret> secret = terminal.readSecret(text.get("ask.password", Visible.of(name) + "@" + place));
            return secret.map(s -> new MenuChoice(asset, protocol, account, name, Optional.of(s), pty));
        });
    }

    private Optional<String> username(String prompt) {
        LineEditor editor = new LineEditor();
        MenuTerminal.Line line = terminal.read(prompt, editor);
        while (line.end() == MenuTerminal.End.REDRAW) {
            line = terminal.read(prompt, editor);
        }
        String name = line.text().strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}

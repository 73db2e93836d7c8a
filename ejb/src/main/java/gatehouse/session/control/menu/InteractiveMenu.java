package gatehouse.session.control.menu;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.Work;

/**
 * The menu that a person meets who named no target, and the questions for one who named an ambiguous target.
 *
 * <p>Life cycle: {@link #start} returns at once and is asked through the input it gives; {@code output.exited} and {@code
 * output.closed} come exactly once, when the person leaves, is idle for too long or is gone ({@link TerminalInput#close}).
 */
public final class InteractiveMenu {
    private InteractiveMenu() {}

    /**
     * @param work gives the menu its virtual thread
     * @param catalogue what this caller may reach
     * @param sessions opens what was chosen; its sessions write to {@code output} and return to the menu when they end
     */
    static Switchboard start(
            Work work, MenuOptions options, MenuCatalogue catalogue, MenuSessions sessions, TerminalOutput output) {
        Switchboard switchboard = new Switchboard(options.pty().size());
        MenuTerminal terminal = new MenuTerminal(switchboard, output, options.idleLimit());
        Connection connection = new Connection(switchboard, terminal, sessions, output, options.pty());
        work.execute(new MenuConversation(options, catalogue, switchboard, terminal, connection));
        return switchboard;
    }
}

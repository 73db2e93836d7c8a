package gatehouse.session.control.menu;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import java.util.concurrent.CompletionStage;

/** Opens what was chosen; decides again. The same contract as {@code InboundConnection.terminal}. */
@FunctionalInterface
public interface MenuSessions {
    CompletionStage<TerminalInput> open(MenuChoice choice, TerminalOutput output);
}

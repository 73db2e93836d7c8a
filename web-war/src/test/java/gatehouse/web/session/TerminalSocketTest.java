package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import org.junit.jupiter.api.Test;

class TerminalSocketTest {
    /** Without it readline takes the bytes of a Chinese character for commands. */
    @Test
    void aShellOfABrowserSpeaksUtf8() {
        assertThat(TerminalSocket.shell(WindowSize.cells(80, 24)).environment()).containsEntry("LANG", "C.UTF-8");
    }
}

package gatehouse.connector.spi;

/** A terminal's input for tests, which say what bytes do; the rest does nothing unless they say that, too. */
public abstract class QuietInput implements TerminalInput {
    @Override
    public void endOfInput() {}

    @Override
    public void resize(WindowSize size) {}

    @Override
    public void signal(String name) {}

    @Override
    public void close() {}
}

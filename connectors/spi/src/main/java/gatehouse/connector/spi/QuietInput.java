package gatehouse.connector.spi;

/** An input that says what it does with bytes; the rest does nothing unless it says that, too. */
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

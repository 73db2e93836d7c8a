package gatehouse.session.control.token;

import gatehouse.session.entity.ConnectionToken;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection that a token opens. Life: begun before the token's value is looked at, established, over. */
public final class TokenUse {
    private final ConnectionToken token;
    private final Consumer<TokenUse> forget;
    private Consumer<String> hangUp = why -> {};
    private Optional<String> over = Optional.empty();
    private boolean closed;

    TokenUse(ConnectionToken token, Consumer<TokenUse> forget) {
        this.token = token;
        this.forget = forget;
    }

    public ConnectionToken token() {
        return token;
    }

    /** @param how ends the connection and tells the person why; called at once when its end came first */
    public void established(Consumer<String> how) {
        Optional<String> why;
        synchronized (this) {
            hangUp = how;
            why = closed ? Optional.empty() : over;
        }
        why.ifPresent(how);
    }

    /** Once; nothing is opened on the connection from now on. */
    public void end(String why) {
        Consumer<String> how;
        synchronized (this) {
            if (over.isPresent()) {
                return;
            }
            over = Optional.of(why);
            how = hangUp;
        }
        how.accept(why);
    }

    /** Why nothing more is opened on the connection. */
    public synchronized Optional<String> over() {
        return over;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** The connection is gone, or never came to be. */
    public void close() {
        synchronized (this) {
            closed = true;
            over = over.or(() -> Optional.of("the connection is over"));
        }
        forget.accept(this);
    }
}

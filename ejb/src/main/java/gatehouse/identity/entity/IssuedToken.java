package gatehouse.identity.entity;

import gatehouse.kernel.Secret;

/**
 * A fresh bearer token.
 *
 * @param token shown to its user now and never again; the caller closes it
 */
public record IssuedToken(BearerToken row, Secret token) implements AutoCloseable {
    @Override
    public void close() {
        token.close();
    }
}

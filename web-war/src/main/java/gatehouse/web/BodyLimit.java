package gatehouse.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds bodies that are read into memory; the server's listener bounds none, because files pass through {@link Streamed} methods. */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    static final int MOST_BYTES = 10 << 20;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext exchange) {
        if (resource.getResourceMethod().isAnnotationPresent(Streamed.class)) {
            return;
        }
        if (exchange.getLength() > MOST_BYTES) {
            throw WebProblem.BODY_TOO_LARGE.problem("a body of at most " + MOST_BYTES + " bytes is wanted here");
        }
        exchange.setEntityStream(new Bounded(exchange.getEntityStream(), MOST_BYTES));
    }

    /** For bodies that do not tell their length before. */
    static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value < 0 ? value : counted(1, value);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int count, int result) throws IOException {
            left -= count;
            if (left < 0) {
                throw new IOException("the body is too large");
            }
            return result;
        }
    }
}

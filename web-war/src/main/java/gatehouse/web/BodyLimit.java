package gatehouse.web;

import gatehouse.kernel.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Bounds bodies that are read into memory; the server's listener bounds none, because files pass through {@link Streamed} methods. JSON
 * takes many times its length while it is read, and many bodies are read at the same time.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    static final int MOST = 256 << 10;

    /** A name, a password, a code. */
    static final int MOST_OF_STRANGERS = 16 << 10;

    /** Some 25,000 ids. */
    static final int MOST_OF_LONG = 1 << 20;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext exchange) {
        Method method = resource.getResourceMethod();
        if (method.isAnnotationPresent(Streamed.class)) {
            return;
        }
        int most = most(method);
        if (exchange.getLength() > most) {
            throw tooLarge(most);
        }
        exchange.setEntityStream(new Bounded(exchange.getEntityStream(), most));
    }

    static int most(Method method) {
        if (method.isAnnotationPresent(WithoutSignIn.class)) {
            return MOST_OF_STRANGERS;
        }
        return method.isAnnotationPresent(LongBody.class) ? MOST_OF_LONG : MOST;
    }

    static ProblemException tooLarge(int most) {
        return WebProblem.BODY_TOO_LARGE.problem("a body of at most " + most + " bytes is wanted here");
    }

    /** For bodies that do not tell their length before. */
    static final class Bounded extends FilterInputStream {
        private final int most;
        private long left;

        Bounded(InputStream in, int most) {
            super(in);
            this.most = most;
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
                throw new IOException(tooLarge(most));
            }
            return result;
        }
    }
}

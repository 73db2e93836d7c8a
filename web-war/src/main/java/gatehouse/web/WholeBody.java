package gatehouse.web;

import gatehouse.kernel.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The body of a request, read before the request is worked on. It may hold a password, and is wiped when the request is over. */
final class WholeBody {
    private static final String NAME = WholeBody.class.getName();

    private final byte[] bytes;
    private final int length;
    private final Runnable gone;

    /**
     * @param bytes of which the first {@code length} are the body; they are this body's from now on
     * @param gone called when the request is over
     */
    WholeBody(byte[] bytes, int length, Runnable gone) {
        this.bytes = bytes;
        this.length = length;
        this.gone = gone;
    }

    static Optional<WholeBody> of(HttpServletRequest request) {
        return Optional.ofNullable((WholeBody) request.getAttribute(NAME));
    }

    /** @throws ProblemException {@code BODY_TOO_LARGE, BODY_BROKE_OFF} */
    static byte[] read(InputStream coming) {
        try {
            return coming.readAllBytes();
        } catch (IOException e) {
            if (e.getCause() instanceof ProblemException tooLarge) {
                throw tooLarge;
            }
            throw WebProblem.BODY_BROKE_OFF.problem("the body ended before it was complete; send it again", e);
        }
    }

    void goesWith(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** The request with this body, as if it came just now. */
    HttpServletRequest in(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            private final ServletInputStream stream = new InMemory(bytes, length);

            @Override
            public ServletInputStream getInputStream() {
                return stream;
            }

            @Override
            public BufferedReader getReader() {
                return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        };
    }

    void done() {
        Arrays.fill(bytes, (byte) 0);
        gone.run();
    }

    private static final class InMemory extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        private InMemory(byte[] bytes, int length) {
            this.bytes = new ByteArrayInputStream(bytes, 0, length);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("it is all here already");
        }
    }
}

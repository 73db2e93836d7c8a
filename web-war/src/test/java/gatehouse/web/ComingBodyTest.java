package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Network;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** R12.7. */
class ComingBodyTest {
    private static final byte[] PASSWORD = "{\"password\":\"correct horse\"}".getBytes(StandardCharsets.UTF_8);

    private static final Network NETWORK = Network.of("192.0.2.7");

    private final PersonShare share = new PersonShare();
    private final Coming in = new Coming();
    private final Map<Object, Object> attributes = new HashMap<>();
    private final List<String> heard = new ArrayList<>();
    private final HttpServletRequest request = fake(HttpServletRequest.class, (method, arguments) -> switch (method) {
        case "startAsync" ->
            fake(AsyncContext.class, (name, _) -> {
                heard.add(name);
                return null;
            });
        case "getInputStream" -> in;
        case "getContentLengthLong" -> -1L;
        case "getProtocol" -> "HTTP/1.1";
        case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
        case "getAttribute" -> attributes.get(arguments[0]);
        default -> throw new UnsupportedOperationException(method);
    });
    private final HttpServletResponse response = fake(HttpServletResponse.class, (method, _) -> {
        throw new UnsupportedOperationException(method);
    });

    @Test
    void aBodyIsReadAndWipedWhenTheRequestIsOver() throws IOException {
        ComingBody.read(request, response, lastOfItsNetwork());
        in.comes(PASSWORD);
        in.listener.onAllDataRead();

        assertThatThrownBy(this::another).hasMessageContaining("too many people");
        WholeBody body = WholeBody.of(request).orElseThrow();
        assertThat(body.in(request).getInputStream().readAllBytes()).isEqualTo(PASSWORD);
        body.done();
        assertNothingStays();
        assertThat(heard).endsWith("dispatch");
        another();
    }

    @Test
    void aBodyThatBreaksOffIsWiped() throws IOException {
        ComingBody.read(request, response, lastOfItsNetwork());
        in.comes(PASSWORD);
        in.listener.onError(new IOException("the peer went away"));

        assertNothingStays();
        assertThat(heard).endsWith("complete");
        another();
        in.comes(PASSWORD);
        assertNothingStays();
    }

    @Test
    void aBodyMayBeAsLongAsTheLimit() throws IOException {
        ComingBody.read(request, response, lastOfItsNetwork());
        in.comes(new byte[BodyLimit.MOST_OF_STRANGERS]);
        in.listener.onAllDataRead();

        assertThat(WholeBody.of(request)
                        .orElseThrow()
                        .in(request)
                        .getInputStream()
                        .readAllBytes())
                .hasSize(BodyLimit.MOST_OF_STRANGERS);
    }

    /** Its network has no place for one more. */
    private PersonShare.Coming lastOfItsNetwork() {
        for (int i = 1; i < PersonShare.MOST_OF_NETWORK; i++) {
            another();
        }
        return share.comes(NETWORK);
    }

    private void another() {
        share.comes(NETWORK);
    }

    private void assertNothingStays() {
        assertThat(in.given).isNotEmpty().allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    /** Remembers where it was read into. */
    private static final class Coming extends ServletInputStream {
        private final List<byte[]> given = new ArrayList<>();
        private ReadListener listener;
        private ByteArrayInputStream here = new ByteArrayInputStream(new byte[0]);

        void comes(byte[] bytes) throws IOException {
            here = new ByteArrayInputStream(bytes);
            listener.onDataAvailable();
        }

        @Override
        public int read() {
            return here.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            given.add(into);
            return here.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return here.available() > 0;
        }

        @Override
        public void setReadListener(ReadListener to) {
            listener = to;
        }
    }
}

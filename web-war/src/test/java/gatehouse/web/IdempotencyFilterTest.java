package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.access.boundary.KeyedRequests;
import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.KeyedRequest;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What may hold a password does not stay in memory, whatever comes of the request. */
class IdempotencyFilterTest {
    private static final byte[] PASSWORD = "{\"password\":\"correct horse\"}".getBytes(StandardCharsets.UTF_8);

    private final Map<Object, Object> properties = new HashMap<>();
    private final byte[] sent = PASSWORD.clone();
    private byte[] fingerprinted = PASSWORD;

    @Test
    void aBodyWhoseKeyIsOfAnotherRequestIsWiped() {
        IdempotencyFilter filter = filter(KeyedRequest.Different::new);
        assertThatThrownBy(() -> filter.filter(exchange())).isInstanceOf(ProblemException.class);

        filter.filter(exchange(), null);

        assertWiped();
    }

    @Test
    void aBodyWhoseKeyIsRefusedIsWiped() {
        IdempotencyFilter filter = filter(() -> {
            throw AccessProblem.IDEMPOTENCY_KEYS_FULL.problem("full");
        });
        assertThatThrownBy(() -> filter.filter(exchange())).isInstanceOf(ProblemException.class);

        filter.filter(exchange(), null);

        assertWiped();
    }

    private void assertWiped() {
        assertThat(sent).containsOnly(0);
        assertThat(fingerprinted).containsOnly(0);
    }

    private IdempotencyFilter filter(Supplier<KeyedRequest> known) {
        KeyedRequests requests = new KeyedRequests() {
            @Override
            public KeyedRequest begin(Caller caller, String key, byte[] request) {
                fingerprinted = request;
                return known.get();
            }
        };
        IdempotencyFilter filter = new IdempotencyFilter();
        inject(filter, "requests", requests);
        CurrentCaller caller = new CurrentCaller();
        caller.set(new Caller(
                UserId.next(), "alice", OrganisationId.next(), Set.of(), "192.0.2.1", "api", UUID.randomUUID()));
        inject(filter, "caller", caller);
        inject(filter, "resource", fake(ResourceInfo.class, (_, _) -> made()));
        return filter;
    }

    private static void inject(IdempotencyFilter filter, String name, Object value) {
        try {
            Field field = IdempotencyFilter.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(filter, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContainerRequestContext exchange() {
        return fake(ContainerRequestContext.class, (method, arguments) -> switch (method) {
            case "getHeaders" -> new MultivaluedHashMap<>(Map.of(IdempotencyKey.FIELD, "k"));
            case "getEntityStream" -> body();
            case "getUriInfo" -> fake(UriInfo.class, (_, _) -> URI.create("/api/v1/users/users/"));
            case "setProperty" -> properties.put(arguments[0], arguments[1]);
            case "getProperty" -> properties.get(arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** Gives the very array, so that it can be looked at. */
    private InputStream body() {
        return new ByteArrayInputStream(sent) {
            @Override
            public synchronized byte[] readAllBytes() {
                return sent;
            }
        };
    }

    private static Object made() {
        try {
            return Making.class.getMethod("make");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A resource. */
    public static final class Making {
        @Idempotent
        public List<String> make() {
            return List.of();
        }
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.apply(method.getName(), arguments)));
    }
}

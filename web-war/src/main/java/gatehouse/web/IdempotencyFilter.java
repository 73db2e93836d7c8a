package gatehouse.web;

import gatehouse.access.boundary.KeyedRequests;
import gatehouse.access.entity.KeyedRequest;
import gatehouse.kernel.ProblemException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request that makes something and carries an {@code Idempotency-Key} acts once, however often it is sent (R12.8). It comes behind
 * whatever proves who sent it and what they may, and behind {@link BodyLimit}.
 *
 * <p>An answer of success is kept before its first byte is sent. Any other frees the key: what was refused did not act, and of what failed
 * the transaction was taken back, so that the same request may come again.
 */
@Provider
@Priority(Priorities.USER + 1000)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String FIRST = IdempotencyFilter.class.getName();

    /** It may hold a password, and is wiped when the request is over. */
    private static final String BODY = FIRST + ".body";

    private static final int SECONDS_TO_WAIT = 1;

    @Inject
    private KeyedRequests requests;

    @Inject
    private CurrentCaller caller;

    @Context
    private ResourceInfo resource;

    /** Made when the first answer is kept. */
    private static final class Json {
        static final JsonBinding BINDING = new JsonBinding();
    }

    @Override
    public void filter(ContainerRequestContext exchange) {
        Method method = resource.getResourceMethod();
        boolean refuses = method.isAnnotationPresent(ShownOnce.class);
        if (!refuses && !method.isAnnotationPresent(Idempotent.class)) {
            return;
        }
        Optional<String> key = IdempotencyKey.of(exchange.getHeaders().get(IdempotencyKey.FIELD));
        if (key.isPresent() && refuses) {
            throw WebProblem.IDEMPOTENCY_KEY_REFUSED.problem(
                    "this answer holds a secret that is shown once and kept nowhere,"
                            + " so that it cannot be given again; send the request without Idempotency-Key, and when its answer is"
                            + " lost, take back what it made");
        }
        key.ifPresent(given -> begin(exchange, given));
    }

    private void begin(ContainerRequestContext exchange, String key) {
        byte[] body = WholeBody.read(exchange.getEntityStream());
        exchange.setProperty(BODY, body);
        switch (known(exchange, key, body)) {
            case KeyedRequest.First first -> {
                exchange.setEntityStream(new ByteArrayInputStream(body));
                exchange.setProperty(FIRST, first);
            }
            case KeyedRequest.Answered(String answer) -> exchange.abortWith(again(KeptAnswer.parse(answer)));
            case KeyedRequest.UnderWay() -> exchange.abortWith(underWay());
            case KeyedRequest.Different() ->
                throw WebProblem.IDEMPOTENCY_KEY_REUSED.problem("this Idempotency-Key came with another path or body"
                        + " within a day; a new request wants a new key");
        }
    }

    private KeyedRequest known(ContainerRequestContext exchange, String key, byte[] body) {
        byte[] all = fingerprinted(exchange.getUriInfo().getRequestUri(), body);
        try {
            return requests.begin(caller.get(), key, all);
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    /** Neither path nor query has a line feed. */
    static byte[] fingerprinted(URI address, byte[] body) {
        String query = Optional.ofNullable(address.getRawQuery()).orElse("");
        byte[] line = (address.getRawPath() + "\n" + query + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(line, line.length + body.length);
        System.arraycopy(body, 0, all, line.length, body.length);
        return all;
    }

    private static Response again(KeptAnswer kept) {
        if (!kept.whole()) {
            throw WebProblem.IDEMPOTENCY_ANSWER_TOO_LONG.problem(
                    "the request with this Idempotency-Key succeeded, and does"
                            + " not act again; its answer was too long to be kept: read what it made");
        }
        Response.ResponseBuilder answer = Response.status(kept.status()).header(REPLAYED, "true");
        kept.location().ifPresent(value -> answer.header(HttpHeaders.LOCATION, value));
        kept.tag().ifPresent(value -> answer.header(HttpHeaders.ETAG, value));
        kept.body()
                .ifPresent(json -> answer.type(MediaType.APPLICATION_JSON_TYPE).entity(new WrittenJson(json)));
        return answer.build();
    }

    private static Response underWay() {
        ProblemException problem = WebProblem.IDEMPOTENCY_KEY_IN_USE.problem(
                "the request with this Idempotency-Key is being worked on; send it again when it is over");
        return Response.fromResponse(ProblemView.of(problem).response())
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }

    @Override
    public void filter(ContainerRequestContext exchange, ContainerResponseContext answer) {
        if (exchange.getProperty(BODY) instanceof byte[] body) {
            Arrays.fill(body, (byte) 0);
        }
        if (exchange.getProperty(FIRST) instanceof KeyedRequest.First first) {
            end(first, answer);
        }
    }

    private void end(KeyedRequest.First request, ContainerResponseContext answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            requests.failed(caller.get(), request);
            return;
        }
        Optional<String> json = Optional.ofNullable(answer.getEntity())
                .map(entity -> Json.BINDING.getContext(entity.getClass()).toJson(entity));
        json.ifPresent(text -> answer.setEntity(new WrittenJson(text)));
        KeptAnswer kept = KeptAnswer.of(
                answer.getStatus(),
                answer.getHeaderString(HttpHeaders.LOCATION),
                answer.getHeaderString(HttpHeaders.ETAG),
                json);
        requests.acted(caller.get(), request, kept.text());
    }
}

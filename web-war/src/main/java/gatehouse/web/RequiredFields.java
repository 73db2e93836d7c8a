package gatehouse.web;

import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a body without fields that are wanted, and names them all: every component of a record is, but those of type {@code Optional}. Of
 * a body that cannot be read it names what is wrong (R12.3).
 */
@Provider
public class RequiredFields implements ReaderInterceptor {
    private static final String UNREADABLE = "the body is not the JSON that is wanted here";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = read(context);
        if (body instanceof Record fields) {
            requireAll(fields);
        }
        if (body == null) {
            throw WebProblem.BODY_INVALID.problem("a JSON body is wanted here");
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        if (context.getType().isRecord()) {
            return readRecord(context, context.getType().asSubclass(Record.class));
        }
        try {
            return context.proceed();
        } catch (JsonException unreadable) {
            throw WebProblem.BODY_INVALID.problem(UNREADABLE, unreadable);
        }
    }

    /** Looked at once more when it cannot be read, which says no more than that. It may hold a password, and is wiped. */
    private static Object readRecord(ReaderInterceptorContext context, Class<? extends Record> type)
            throws IOException {
        byte[] body = WholeBody.read(context.getInputStream());
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (RuntimeException failure) {
            if (failure instanceof JsonException || ProblemMapper.isUnreadable(failure)) {
                throw unreadable(type, body, failure);
            }
            throw failure;
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static ProblemException unreadable(Class<? extends Record> type, byte[] body, RuntimeException why) {
        List<WrongField> wrong = wrong(type, body);
        return wrong.isEmpty()
                ? WebProblem.BODY_INVALID.problem(UNREADABLE, why)
                : WebProblem.BODY_INVALID.at(wrong, why);
    }

    /** Nothing of what is no JSON at all; of what is nested too deeply the parser says so by any exception. */
    static List<WrongField> wrong(Class<? extends Record> type, byte[] body) {
        try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
            return BodyShape.wrong(type, reader.readValue());
        } catch (RuntimeException noJson) {
            WebLog.LOG.debug("a body is no JSON", noJson);
            return List.of();
        }
    }

    static void requireAll(Record fields) {
        FieldChecks checks = new FieldChecks();
        requireAll(checks, "", fields);
        checks.orThrow();
    }

    private static void requireAll(FieldChecks checks, String place, Record fields) {
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            require(checks, place + component.getName(), value(component, fields));
        }
    }

    private static void require(FieldChecks checks, String field, Object value) {
        switch (value) {
            case null ->
                checks.require(false, field, KernelProblem.VALUE_INVALID, "the field " + field + " is missing");
            case Record part -> requireAll(checks, field + ".", part);
            case Optional<?> given -> given.ifPresent(present -> require(checks, field, present));
            case List<?> list -> requireEach(checks, field, list);
            default -> {}
        }
    }

    private static void requireEach(FieldChecks checks, String field, List<?> list) {
        for (int at = 0; at < list.size(); at++) {
            require(checks, field + "[" + at + "]", list.get(at));
        }
    }

    private static Object value(RecordComponent component, Record fields) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("bodies are public records", e);
        }
    }
}

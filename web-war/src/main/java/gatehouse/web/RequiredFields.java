package gatehouse.web;

import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.KernelProblem;
import jakarta.json.JsonException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Refuses a body without fields that are wanted, and names them all: every component of a record is, but those of type {@code Optional}. */
@Provider
public class RequiredFields implements ReaderInterceptor {
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
        try {
            return context.proceed();
        } catch (JsonException unreadable) {
            throw WebProblem.BODY_INVALID.problem("the body is not the JSON that is wanted here", unreadable);
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

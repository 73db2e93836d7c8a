package gatehouse.web;

import gatehouse.kernel.KernelProblem;
import jakarta.json.JsonException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Refuses a body without a field that is wanted: every component of a record is, but those of type {@code Optional}. */
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
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            if (value(component, fields) == null) {
                throw KernelProblem.VALUE_INVALID.problem("the field " + component.getName() + " is missing");
            }
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

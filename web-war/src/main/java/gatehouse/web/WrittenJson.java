package gatehouse.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** An answer that is JSON already; text would be written as a JSON string. */
record WrittenJson(String text) {
    /** Public, as providers are. */
    @Provider
    @Produces(MediaType.APPLICATION_JSON)
    public static class Writer implements MessageBodyWriter<WrittenJson> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == WrittenJson.class;
        }

        @Override
        public void writeTo(
                WrittenJson json,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream to)
                throws IOException {
            to.write(json.text().getBytes(StandardCharsets.UTF_8));
        }
    }
}

package gatehouse.setting.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Translates between a record of settings and JSON. Durations are ISO 8601 ({@code PT30M}). */
public final class SettingContent {
    private SettingContent() {}

    public static <T extends Record> T standard(Class<T> type) {
        return construct(type, new Class<?>[0]);
    }

    public static JsonObject write(Record settings) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            object.add(component.getName(), json(invoke(component, settings)));
        }
        return object.build();
    }

    public static <T extends Record> T read(Class<T> type, String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(type, reader.readObject());
        } catch (JsonException e) {
            throw SettingProblem.SETTING_INVALID.problem("not a JSON object", e);
        }
    }

    /**
     * Absent keys keep their defaults.
     *
     * @throws ProblemException {@code SETTING_INVALID} for unknown keys and wrong values
     */
    public static <T extends Record> T read(Class<T> type, JsonObject object) {
        RecordComponent[] components = type.getRecordComponents();
        requireKnown(object.keySet(), components);
        T standard = standard(type);
        FieldChecks checks = new FieldChecks();
        Object[] values = Arrays.stream(components)
                .map(component -> given(component, object, checks).orElseGet(() -> invoke(component, standard)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return checks.whole(() -> construct(type, types, values));
    }

    private static Optional<Object> given(RecordComponent component, JsonObject object, FieldChecks checks) {
        return Optional.ofNullable(object.get(component.getName()))
                .flatMap(given -> checks.read(component.getName(), () -> value(component, given)));
    }

    private static void requireKnown(Set<String> keys, RecordComponent[] components) {
        Set<String> unknown = new HashSet<>(keys);
        Arrays.stream(components).map(RecordComponent::getName).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw SettingProblem.SETTING_INVALID.problem("unknown: " + String.join(", ", unknown));
        }
    }

    private static JsonValue json(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
            case Integer number -> Json.createValue(number);
            case Long number -> Json.createValue(number);
            case List<?> list -> {
                var array = Json.createArrayBuilder();
                list.forEach(item -> array.add(item.toString()));
                yield array.build();
            }
            default -> Json.createValue(value.toString());
        };
    }

    private static Object value(RecordComponent component, JsonValue given) {
        try {
            return value(component.getType(), given);
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw SettingProblem.SETTING_INVALID.problem(component.getName() + " has a wrong value", e);
        }
    }

    private static Object value(Class<?> type, JsonValue given) {
        if (type == boolean.class) {
            return flag(given);
        }
        if (type == int.class) {
            return ((JsonNumber) given).intValueExact();
        }
        if (type == long.class) {
            return ((JsonNumber) given).longValueExact();
        }
        if (type == List.class) {
            return given.asJsonArray().getValuesAs(JsonString::getString);
        }
        return text(type, ((JsonString) given).getString());
    }

    private static boolean flag(JsonValue given) {
        return switch (given.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case STRING, NUMBER, NULL, ARRAY, OBJECT -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object text(Class<?> type, String text) {
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not one of the values"));
        }
        return text;
    }

    private static Object invoke(RecordComponent component, Record settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record of settings is public and its accessors do not fail", e);
        }
    }

    private static <T> T construct(Class<T> type, Class<?>[] types, Object... values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw SettingProblem.SETTING_INVALID.problem(
                    String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings have a public constructor without arguments: " + type, e);
        }
    }
}

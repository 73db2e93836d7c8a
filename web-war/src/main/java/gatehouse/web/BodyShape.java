package gatehouse.web;

import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Printable;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Compares JSON with the record that it was to become and did not, so that whoever sent it is told of every member that is unknown, missing
 * or of a wrong type. Never repeats a value. What it does not know, such as a type that no body has, it takes for right.
 */
final class BodyShape {
    private final FieldChecks checks = new FieldChecks();

    private BodyShape() {}

    /** Empty when nothing is wrong with the members: it is no JSON, for example. */
    static List<WrongField> wrong(Class<? extends Record> type, JsonValue body) {
        BodyShape shape = new BodyShape();
        shape.value("", type, body);
        try {
            shape.checks.orThrow();
            return List.of();
        } catch (ProblemException told) {
            return told.fields();
        }
    }

    private void value(String place, Type type, JsonValue value) {
        if (checks.areFull()) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> generic(place, generic, value);
            case Class<?> plain when plain.isRecord() -> members(place, plain, value);
            case Class<?> plain -> plain(place, plain, value);
            default -> {}
        }
    }

    private void generic(String place, ParameterizedType type, JsonValue value) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] parts = type.getActualTypeArguments();
        if (raw == Optional.class) {
            if (value.getValueType() != JsonValue.ValueType.NULL) {
                value(place, parts[0], value);
            }
            return;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            list(place, parts[0], value);
        } else if (Map.class.isAssignableFrom(raw)) {
            map(place, parts[1], value);
        }
    }

    private void list(String place, Type part, JsonValue value) {
        if (!(value instanceof JsonArray list)) {
            wrong(place, "a list");
            return;
        }
        for (int at = 0; at < list.size() && !checks.areFull(); at++) {
            value(place + "[" + at + "]", part, list.get(at));
        }
    }

    private void map(String place, Type part, JsonValue value) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> value(below(place, name), part, member));
        } else {
            wrong(place, "an object");
        }
    }

    private void members(String place, Class<?> type, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            wrong(place, "an object");
            return;
        }
        List<RecordComponent> known = List.of(type.getRecordComponents());
        known.forEach(component -> member(below(place, component.getName()), component, object));
        object.keySet().stream()
                .filter(name -> known.stream()
                        .noneMatch(component -> component.getName().equals(name)))
                .forEach(name -> note(
                        below(place, name),
                        WebProblem.FIELD_UNKNOWN,
                        "there is no field " + Printable.beginning(name) + " here"));
    }

    private void member(String place, RecordComponent component, JsonObject object) {
        JsonValue value = object.getOrDefault(component.getName(), JsonValue.NULL);
        boolean absent = value.getValueType() == JsonValue.ValueType.NULL;
        if (!absent) {
            value(place, component.getGenericType(), value);
        } else if (component.getType() != Optional.class && !component.getType().isPrimitive()) {
            note(place, KernelProblem.VALUE_INVALID, "the field " + place + " is missing");
        }
    }

    private void plain(String place, Class<?> type, JsonValue value) {
        if (type == String.class) {
            require(value instanceof JsonString, place, "text");
        } else if (type == boolean.class || type == Boolean.class) {
            require(value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE), place, "true or false");
        } else if (type == int.class || type == Integer.class) {
            require(fits(value, Integer.SIZE), place, "a whole number");
        } else if (type == long.class || type == Long.class) {
            require(fits(value, Long.SIZE), place, "a whole number");
        } else if (type == Instant.class) {
            require(reads(value, Instant::parse), place, "a time such as 2026-01-31T12:00:00Z");
        } else if (type == UUID.class) {
            require(reads(value, UUID::fromString), place, "an id");
        } else if (type.isEnum()) {
            require(isConstant(type, value), place, "one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    private static boolean fits(JsonValue value, int bits) {
        return value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < bits;
    }

    private static boolean reads(JsonValue value, Function<String, ?> read) {
        try {
            return value instanceof JsonString text && read.apply(text.getString()) != null;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isConstant(Class<?> type, JsonValue value) {
        return value instanceof JsonString text
                && Arrays.stream(type.getEnumConstants())
                        .anyMatch(constant -> ((Enum<?>) constant).name().equals(text.getString()));
    }

    private void require(boolean holds, String place, String wanted) {
        if (!holds) {
            wrong(place, wanted);
        }
    }

    private void wrong(String place, String wanted) {
        String what = place.isEmpty() ? "the body" : place;
        note(place, KernelProblem.VALUE_INVALID, what + " must be " + wanted);
    }

    /** What concerns the whole is no member's fault. */
    private void note(String place, ProblemCode code, String detail) {
        if (!place.isEmpty()) {
            checks.require(false, place, code, detail);
        }
    }

    private static String below(String place, String name) {
        return place.isEmpty() ? Printable.beginning(name) : place + "." + Printable.beginning(name);
    }
}

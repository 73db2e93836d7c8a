package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R12.8: what takes an Idempotency-Key, what refuses it, and what has no use for it. */
class IdempotentTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?!has).*(token|secret|password|passphrase|link|privatekey|value|uri)");

    /**
     * These make nothing that is there for good: to do them twice is to do them once, or the second is refused. What is opened for a while,
     * as a connection for files is, would be answered again when it is gone. Whoever adds a POST decides where it belongs.
     */
    private static final Set<String> MAKING_NOTHING = Set.of(
            "AuthenticationResource_signIn",
            "AuthenticationResource_totp",
            "AuthenticationResource_signOut",
            "AuthenticationResource_stepUp",
            "AuthenticationResource_setUp",
            "AuthenticationResource_checkSetup",
            "AuthenticationResource_reset",
            "AuthenticationResource_checkReset",
            "SignInsResource_endOthers",
            "SignInsResource_end",
            "MeResource_changePassword",
            "MeResource_confirmTotp",
            "HostKeysResource_accept",
            "HostKeysResource_reject",
            "GatewaysResource_test",
            "ExplainResource_explain",
            "FileConnectionsResource_open",
            "FileConnectionsResource_rename",
            "InvitationsResource_look",
            "InvitationsResource_redeem",
            "ReplayResource_verify",
            "SessionsResource_terminate",
            "SessionsResource_lock",
            "SessionsResource_unlock",
            "SharesResource_revoke",
            "SharesResource_remove",
            "UsersResource_liftBars");

    private final JsonObject document = document();

    @Test
    void everyPostTakesAKeyOrSaysWhyNot() throws IOException {
        Set<String> without = names(methods(POST.class).stream()
                .filter(method -> !method.isAnnotationPresent(Idempotent.class))
                .filter(method -> !method.isAnnotationPresent(ShownOnce.class))
                .toList());

        assertThat(without).containsExactlyInAnyOrderElementsOf(MAKING_NOTHING);
    }

    @Test
    void onlyPostsOfPeopleWhoseBodiesAreReadTakeOne() throws IOException {
        assertThat(methods(Idempotent.class))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getAnnotations())
                        .extracting(Annotation::annotationType)
                        .contains(POST.class)
                        .doesNotContain(ShownOnce.class, Streamed.class, WithoutSignIn.class));
        assertThat(methods(ShownOnce.class)).isNotEmpty();
    }

    @Test
    void theDocumentSaysWhichTakeOne() throws IOException {
        Set<String> described = operations()
                .filter(operation -> operation.toString().contains("#/components/parameters/IdempotencyKey"))
                .map(operation -> operation.getString("operationId"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(names(methods(Idempotent.class)));
    }

    /** Their answers are kept as they are. */
    @Test
    void noAnswerThatIsKeptHoldsASecret() throws IOException {
        Set<String> takers = names(methods(Idempotent.class));
        operations()
                .filter(operation -> takers.contains(operation.getString("operationId")))
                .forEach(operation -> assertThat(members(operation.get("responses"), new HashSet<>()))
                        .as(operation.getString("operationId"))
                        .noneMatch(name -> SECRET.matcher(name).matches()));
    }

    /** So that the test above can fail. */
    @Test
    void everyAnswerWithASecretIsFoundByTheName() throws IOException {
        Set<String> refusing = names(methods(ShownOnce.class));
        operations()
                .filter(operation -> refusing.contains(operation.getString("operationId")))
                .forEach(operation -> assertThat(members(operation.get("responses"), new HashSet<>()))
                        .as(operation.getString("operationId"))
                        .anyMatch(name -> SECRET.matcher(name).matches()));
    }

    private Set<String> members(JsonValue value, Set<String> seen) {
        Set<String> names = new HashSet<>();
        if (value instanceof JsonObject object) {
            if (object.containsKey("$ref") && seen.add(object.getString("$ref"))) {
                names.addAll(members(document.getValue(object.getString("$ref").substring(1)), seen));
            }
            if (object.get("properties") instanceof JsonObject properties) {
                names.addAll(properties.keySet());
            }
            object.values().forEach(inner -> names.addAll(members(inner, seen)));
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(inner -> names.addAll(members(inner, seen)));
        }
        return names;
    }

    private Stream<JsonObject> operations() {
        return document.getJsonObject("paths").values().stream()
                .map(JsonValue::asJsonObject)
                .filter(path -> path.containsKey("post"))
                .map(path -> path.getJsonObject("post"));
    }

    /** As the document calls them. */
    private static Set<String> names(List<Method> methods) {
        return methods.stream()
                .map(method -> method.getDeclaringClass().getSimpleName() + "_" + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Method> methods(Class<? extends Annotation> marked) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith("Resource.class"))
                    .map(IdempotentTest::loaded)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(marked))
                    .toList();
        }
    }

    private static Class<?> loaded(Path file) {
        String name = CLASSES.relativize(file).toString();
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject document() {
        try (var reader = Json.createReader(Files.newBufferedReader(Path.of("openapi.json")))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

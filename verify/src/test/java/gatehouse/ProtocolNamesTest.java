package gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.Protocols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A protocol's name appears in its connector and nowhere else: everybody else asks its descriptor. Looked for in the code of {@code ejb}
 * and {@code web-war}, in texts and in names of classes, methods and variables; comments may give examples.
 */
class ProtocolNamesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String KEYS_OF_PEOPLE = "a person's public key is of OpenSSH's kind, whoever asks for it";
    private static final String STORED = "stored in rows and told by REST under this name";

    /** Ends of paths, each with the reason why the name cannot be avoided. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("inventory/entity/BuiltInPlatforms.java", "which protocols a kind of machine speaks, by name"),
            Map.entry("identity/boundary/Factors.java", KEYS_OF_PEOPLE),
            Map.entry("identity/boundary/SshKeys.java", KEYS_OF_PEOPLE),
            Map.entry("identity/control/KeyAndTokenRows.java", KEYS_OF_PEOPLE),
            Map.entry("identity/entity/OpenSshKey.java", KEYS_OF_PEOPLE),
            Map.entry("identity/entity/SshKey.java", KEYS_OF_PEOPLE),
            Map.entry("identity/entity/SshKeyId.java", KEYS_OF_PEOPLE),
            Map.entry("identity/entity/IdentityProblem.java", KEYS_OF_PEOPLE),
            Map.entry("web/identity/MyKeysResource.java", KEYS_OF_PEOPLE),
            Map.entry("vault/entity/SecretKind.java", STORED),
            Map.entry("vault/entity/NewSecret.java", "a kind of secret: " + STORED),
            Map.entry("session/control/opening/CredentialDesk.java", "a kind of secret: " + STORED),
            Map.entry("session/entity/SessionOrigin.java", STORED),
            Map.entry("session/entity/ClientEndpoint.java", STORED),
            Map.entry("web/session/EndpointResource.java", STORED),
            Map.entry("web/session/SshHostKeysResource.java", "path and schema of the REST interface"),
            Map.entry("session/control/exec/CopyCommand.java", "OpenSSH's program, which an exec may name"),
            Map.entry("session/control/exec/Shells.java", "OpenSSH's program, which an exec may name"),
            Map.entry("session/control/exec/Greeting.java", "OpenSSH's program, which an exec may name"),
            Map.entry("session/control/files/FileStages.java", "OpenSSH's program, which an exec may name"));

    @Test
    void everybodyElseAsksTheDescriptor() {
        Map<String, Set<String>> found = named();
        found.keySet().removeIf(path -> exception(path).isPresent());
        assertThat(found).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        Set<String> needed = named().keySet().stream()
                .flatMap(path -> exception(path).stream())
                .collect(Collectors.toSet());
        assertThat(needed).isEqualTo(EXCEPTIONS.keySet());
    }

    private static Optional<String> exception(String path) {
        return EXCEPTIONS.keySet().stream().filter(path::endsWith).findFirst();
    }

    /** What names a protocol, by file. */
    private static Map<String, Set<String>> named() {
        Pattern names = Pattern.compile(
                protocols().stream().map(ProtocolNamesTest::written).collect(Collectors.joining("|")));
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path source : sources()) {
            Set<String> inThis = names.matcher(withoutComments(read(source)))
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!inThis.isEmpty()) {
                found.put(ROOT.relativize(source).toString(), inThis);
            }
        }
        return found;
    }

    /** {@code ssh}, {@code Ssh} or {@code SSH} as a word of a text or of a name: {@code "ssh-ed25519"}, {@code isSsh}, {@code SSH_KEY}. */
    private static String written(String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        String shouted = name.toUpperCase(Locale.ROOT);
        return "(?<![A-Za-z])" + name + "(?![a-z])|" + capital + "(?![a-z])|(?<![A-Z])" + shouted + "(?![A-Z])";
    }

    private static List<String> protocols() {
        URL[] places =
                ProductClasses.folders().stream().map(ProtocolNamesTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(places, ProtocolNamesTest.class.getClassLoader())) {
            List<String> names = Protocols.seenBy(loader).all().stream()
                    .map(ProtocolDescriptor::name)
                    .toList();
            assertThat(names).contains("sftp", "ssh", "telnet");
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Path> sources() {
        return Stream.of("ejb", "web-war")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(ProtocolNamesTest::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts are kept whole, also where they look like comments. */
    private static String withoutComments(String source) {
        return Pattern.compile("(\"(?:\\\\.|[^\"\\\\\\n])*\")|/\\*(?s:.*?)\\*/|//[^\\n]*")
                .matcher(source)
                .replaceAll(match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group(1)));
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running {@code ./gatehouse demo}, and what its process takes.
 *
 * @param home Gatehouse's
 * @param process its id
 */
record Demonstration(Path home, int httpsPort, long process) {
    static final List<String> QUIET = List.of(
            "-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes",
            "-o", "IdentitiesOnly=yes", "-o", "ConnectTimeout=60");

    /** Signs in as one of the sample users, whose password the demo's guide names. */
    ScriptClient signedIn(String username) throws Exception {
        String guide = Files.readString(home.resolve("demo-guide.txt"));
        Matcher password = Pattern.compile("password  (\\S+)").matcher(guide);
        if (!password.find()) {
            throw new IOException("no password in the demo's guide");
        }
        ScriptClient client = new ScriptClient(httpsPort, home.resolve("tls/ca.pem"));
        client.post("authentication/sign-in/", "{'username':'" + username + "','password':'" + password.group(1) + "'}");
        return client;
    }

    /** Adds the key to alice's, and lets her have as many sessions as are measured: more than a person usually may. */
    void enrol(String name, Path publicKey) throws Exception {
        String key = Files.readString(publicKey).strip();
        signedIn("admin").put("settings/settings/session-limits/", "{'perPerson':10000}");
        signedIn("alice").post("users/me/ssh-keys", "{'name':'" + name + "','publicKey':'" + key + "'}");
    }

    /** After a full collection. */
    double heapKilobytes() throws IOException, InterruptedException {
        String histogram = output("jcmd", Long.toString(process), "GC.class_histogram");
        Matcher total = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)").matcher(histogram);
        if (!total.find()) {
            throw new IOException("jcmd said: " + histogram);
        }
        return Long.parseLong(total.group(1)) / 1024.0;
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    /** User and system time so far; the kernel counts in hundredths. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    double residentMebibytes() throws IOException {
        Matcher resident = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB").matcher(Files.readString(Path.of("/proc/" + process + "/status")));
        if (!resident.find()) {
            throw new IOException("no VmRSS of " + process);
        }
        return Long.parseLong(resident.group(1)) / 1024.0;
    }

    /** The first line that a session prints says that it is ready. */
    static void awaitReady(InputStream output) throws IOException {
        int last = 0;
        while (last != '\n') {
            last = output.read();
            if (last < 0) {
                throw new IOException("the session ended before it was ready");
            }
        }
    }

    static int number(String name, int otherwise) {
        String text = System.getenv(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}

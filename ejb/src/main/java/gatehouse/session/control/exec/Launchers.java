package gatehouse.session.control.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Programs that start another one and leave it their input, with the options that take a word of their own. Example: {@code nice -n 5 sudo
 * -u build bash} starts {@code bash}.
 */
final class Launchers {
    private static final Map<String, Launcher> KNOWN = Map.ofEntries(
            Map.entry("env", new Launcher("uC", 0)),
            Map.entry("setsid", new Launcher("", 0)),
            Map.entry("nohup", new Launcher("", 0)),
            Map.entry("exec", new Launcher("a", 0)),
            Map.entry("command", new Launcher("", 0)),
            Map.entry("nice", new Launcher("n", 0)),
            Map.entry("ionice", new Launcher("cn", 0)),
            Map.entry("chrt", new Launcher("", 1)),
            Map.entry("taskset", new Launcher("", 1)),
            Map.entry("stdbuf", new Launcher("ioe", 0)),
            Map.entry("timeout", new Launcher("ks", 1)),
            Map.entry("time", new Launcher("fo", 0)),
            Map.entry("sudo", new Launcher("ugCDRTprthU", 0)),
            Map.entry("doas", new Launcher("uC", 0)),
            Map.entry("chroot", new Launcher("", 1)),
            Map.entry("busybox", new Launcher("", 0)),
            Map.entry("toybox", new Launcher("", 0)));

    private static final String ASSIGNMENT = "[A-Za-z_][A-Za-z0-9_]*=.*";

    private Launchers() {}

    /**
     * @param withWord letters of options whose argument is the next word
     * @param words of its own, before the program
     */
    private record Launcher(String withWord, int words) {}

    /** The program that {@code words} start in the end, with its arguments; empty when that is not known. */
    static List<String> behind(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        while (!rest.isEmpty() && KNOWN.containsKey(name(rest.getFirst()))) {
            String name = name(rest.removeFirst());
            if (!dropOptions(rest, KNOWN.get(name), name.equals("sudo"))) {
                return List.of();
            }
        }
        return rest;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** False where the first line read is the password of {@code sudo -S}: that one is no shell's. */
    private static boolean dropOptions(List<String> rest, Launcher launcher, boolean asks) {
        while (!rest.isEmpty()
                && (rest.getFirst().startsWith("-") || rest.getFirst().matches(ASSIGNMENT))) {
            String option = rest.removeFirst();
            boolean word = option.length() > 1 && option.charAt(0) == '-' && option.charAt(1) != '-';
            if (asks && (option.equals("--stdin") || (word && option.indexOf('S') > 0))) {
                return false;
            }
            if (word && launcher.withWord().indexOf(option.charAt(option.length() - 1)) >= 0 && !rest.isEmpty()) {
                rest.removeFirst();
            }
        }
        for (int i = 0; i < launcher.words() && !rest.isEmpty(); i++) {
            rest.removeFirst();
        }
        return true;
    }
}

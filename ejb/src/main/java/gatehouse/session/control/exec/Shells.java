package gatehouse.session.control.exec;

import java.util.Set;

/** Which command lines start a shell, and which certainly none. */
public final class Shells {
    private static final Set<String> EXECUTE_NOTHING = Set.of(
            "cat",
            "tee",
            "dd",
            "wc",
            "sort",
            "md5sum",
            "sha256sum",
            "base64",
            "gzip",
            "gunzip",
            "passwd",
            "chpasswd",
            "smbpasswd",
            "htpasswd",
            "kinit",
            "cryptsetup",
            "ssh-add",
            "ssh-keygen");

    private Shells() {}

    /** A shell whose commands come from its standard input, for example {@code bash -s web-1}, {@code sh} or {@code setsid bash}. */
    public static boolean readsCommands(String command) {
        return ProgramCall.launched(command).filter(ProgramCall::readsCommands).isPresent();
    }

    /** One call of an installed program that is known to execute nothing of what it reads. */
    public static boolean isNone(String command) {
        return ProgramCall.parse(command)
                .filter(ProgramCall::isInstalled)
                .filter(call -> EXECUTE_NOTHING.contains(call.name()))
                .isPresent();
    }
}

package gatehouse.session.control.exec;

/** Which command lines start a shell. */
public final class Shells {
    private Shells() {}

    /** A shell whose commands come from its standard input, for example {@code bash -s web-1} or {@code sh}. */
    public static boolean readsCommands(String command) {
        return ProgramCall.parse(command).filter(ProgramCall::readsCommands).isPresent();
    }
}

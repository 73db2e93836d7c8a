package gatehouse.session.control.switching;

/** Told of each step that worked, for the recording and the command log. */
@FunctionalInterface
public interface SwitchListener {
    void switched(AccountSwitch step);
}

package gatehouse.session.entity;

import gatehouse.kernel.Right;

/** What roles allow around sessions. Everybody sees and ends their own sessions without any of these. */
public enum SessionRight implements Right {
    VIEW("session.session.view"),
    WATCH("session.session.watch"),
    LOCK("session.session.lock"),
    TERMINATE("session.session.terminate"),
    /** To invite people to look at somebody else's session. */
    SHARE("session.session.share"),
    COMMAND_VIEW("session.command.view"),
    TRANSFER_VIEW("session.transfer.view"),
    RECORDING_VIEW("session.recording.view");

    private final String code;

    SessionRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

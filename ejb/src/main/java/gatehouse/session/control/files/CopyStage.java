package gatehouse.session.control.files;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.exec.CopyCommand;

/** Watches one {@code scp}. */
final class CopyStage implements TerminalStage {
    private final ScpConversation conversation;
    private final boolean clientSends;

    CopyStage(CopyCommand command, TransferGuard guard) {
        this.conversation = new ScpConversation(command, guard);
        this.clientSends = command.kind() == Kind.WRITE;
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new ObservedInput(
                next, clientSends ? conversation::fromSender : conversation::fromReceiver, conversation::end);
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new ObservedOutput(
                next,
                clientSends ? conversation::fromReceiver : conversation::fromSender,
                CopyStage::nothing,
                conversation::end);
    }

    private static void nothing(ExitStatus status) {
        // the conversation itself said what became of each file
    }
}

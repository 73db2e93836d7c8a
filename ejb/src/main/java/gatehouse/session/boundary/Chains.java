package gatehouse.session.boundary;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.session.control.Later;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.control.Typist;
import gatehouse.session.control.inline.InlineTransfers;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.recording.RecordStage;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.control.recording.RecordingHeader;
import gatehouse.session.entity.RecordingRules;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a session's chain together: Record, then what other parts contribute. */
@ApplicationScoped
class Chains {
    @Inject
    private RecordingDesk recordings;

    @Inject
    private Settings settings;

    @Inject
    private InlineTransfers inline;

    @Inject
    private Later later;

    @Inject
    @Any
    private Instance<TerminalStages> contributions;

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_UNAVAILABLE}: no recording, no session */
    Chain build(LiveSession session, StageContext context) {
        List<TerminalStage> stages = new ArrayList<>();
        TerminalRequest request = session.facts().request().terminal();
        if (request.kind() != TerminalRequest.Kind.SUBSYSTEM) {
            Recorder recorder = recordings.begin(session.id(), key -> header(session.facts(), key), session);
            session.recordedBy(recorder);
            Caller person = session.facts().caller();
            stages.add(new RecordStage(
                    recorder,
                    new Typist(person.user(), person.username()),
                    request,
                    settings.get(RecordingRules.class),
                    later));
        }
        contributions.stream()
                .sorted(Comparator.comparingInt(TerminalStages::order))
                .forEach(contribution -> contribution.stageFor(context).ifPresent(stages::add));
        return new Chain(stages, session.exit(), inline.detourFor(context), session.past());
    }

    private static RecordingHeader header(LiveFacts facts, byte[] key) {
        WindowSize size = facts.request()
                .terminal()
                .pty()
                .map(Pty::size)
                .orElse(WindowSize.cells(80, 24))
                .readable();
        String title = facts.target().accountName() + "@" + facts.target().assetName();
        return new RecordingHeader(facts.id(), facts.startedAt(), size.columns(), size.rows(), title, key);
    }
}

package gatehouse.session.control.charset;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.boundary.Platforms;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Translates where the asset's platform says that its terminals do not speak UTF-8. */
@ApplicationScoped
public class CharsetStages implements TerminalStages {
    /** Nearest to the target: every other stage sees UTF-8. */
    private static final int ORDER = 10_000;

    @Inject
    private Platforms platforms;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<TerminalStage> stageFor(StageContext context) {
        TerminalRequest request = context.request().terminal();
        if (request.kind() != TerminalRequest.Kind.SHELL || request.pty().isEmpty()) {
            return Optional.empty();
        }
        String name =
                platforms.require(context.caller(), context.asset().platform()).charset();
        return Optional.of(Charset.forName(name))
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(TranslateStage::new);
    }
}

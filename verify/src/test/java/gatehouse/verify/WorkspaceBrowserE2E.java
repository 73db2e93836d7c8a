package gatehouse.verify;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a day in the browser brings: files that are dropped, paused and renamed, terminals that are split and typed into together, then
 * the lists that tell of it, and two administrators who change the same. The steps are in {@code web-war/src/main/ui/e2e}.
 */
class WorkspaceBrowserE2E {
    private static final String PERSON = "workspace-ann";
    private static final String ASSET = "workspace-target";

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset(ASSET, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        String[] actions = {"CONNECT", "UPLOAD", "DOWNLOAD", "DELETE", "COPY", "PASTE", "SHARE"};
        estate.permit(estate.user(PERSON), asset, TestingSshServer.USER, actions);
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                .ssh(PERSON + "@" + TestingSshServer.USER + "@" + ASSET, "true")
                .run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aPersonCarriesFilesWorksInTerminalsAndIsFoundInTheLists() throws IOException {
        Map<String, String> settings = Map.of(
                "PERSON", PERSON,
                "PERSON_PASSWORD", Estate.PASSWORD,
                "ADMIN_PASSWORD", RunningGatehouse.ADMIN_PASSWORD,
                "TARGET_ASSET", ASSET,
                "TARGET_USER", TestingSshServer.USER);
        for (String part : new String[] {"workspace-files", "workspace-terminals", "workspace-lists"}) {
            BrowserSteps.take(gatehouse, part, settings);
        }
    }
}

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
    /** The same machine, where nothing may be deleted. */
    private static final String KEEPING_ASSET = "workspace-keeping";

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
        String person = estate.user(PERSON);
        estate.permit(person, asset, TestingSshServer.USER, actions);
        String keeping = estate.sshAsset(KEEPING_ASSET, target.port());
        estate.account(keeping, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(person, keeping, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
        for (String name : new String[] {ASSET, KEEPING_ASSET}) {
            new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                    .ssh(PERSON + "@" + TestingSshServer.USER + "@" + name, "true")
                    .run();
        }
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aPersonCarriesFilesWorksInTerminalsAndIsFoundInTheLists() throws IOException {
        Map<String, String> settings = Map.of(
                "PERSON",
                PERSON,
                "PERSON_PASSWORD",
                Estate.PASSWORD,
                "ADMIN_PASSWORD",
                RunningGatehouse.ADMIN_PASSWORD,
                "TARGET_ASSET",
                ASSET,
                "KEEPING_ASSET",
                KEEPING_ASSET,
                "TARGET_USER",
                TestingSshServer.USER);
        for (String part : new String[] {"workspace-files", "workspace-terminals", "workspace-lists"}) {
            BrowserSteps.take(gatehouse, part, settings);
        }
    }
}

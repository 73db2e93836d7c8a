package gatehouse.verify.inside;

import gatehouse.verify.Eventually;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application that tests run in: it sees the classes of the EAR, so that both mean the same ones. */
final class Beside {
    private static final String DEPENDENCIES =
            "Dependencies: deployment.gatehouse.ear export, deployment.gatehouse.ear.ejb.jar export\n";

    private Beside() {}

    static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "beside.war")
                .addClasses(Beside.class, Eventually.class)
                .addAsLibraries(jarOf(Assertions.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(new StringAsset("Manifest-Version: 1.0\n" + DEPENDENCIES), "MANIFEST.MF");
    }

    private static File jarOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }
}

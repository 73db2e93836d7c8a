package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FilePath;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreePathTest {
    @Test
    void translatesToTheTargetsPath() {
        assertThat(at("/web-1/root/etc/hosts")).isEqualTo("/etc/hosts");
        assertThat(at("web-1/root")).isEqualTo("/");
        assertThat(at("/web-1/root/~")).isEqualTo(".");
        assertThat(at("/web-1/root/~/a//b/")).isEqualTo("a/b");
        assertThat(at("/web-1/root/a/~/b")).isEqualTo("/a/~/b");
    }

    @Test
    void dotsNeverLeadOutOfTheTree() {
        assertThat(path("/../../..").names()).isEmpty();
        assertThat(path("/web-1/root/../..").onTarget()).isFalse();
        assertThat(path("/web-1/root/x/../../alice/y").folders()).containsExactly("web-1", "alice");
        assertThat(path("/web-1/../db-1/./root/z").folders()).containsExactly("db-1", "root");
    }

    @Test
    void whatATargetResolvesStaysBelowIt() {
        TreePath target = path("/web-1/root");
        assertThat(target.seen(FilePath.of("/etc/passwd")).path().text()).isEqualTo("/web-1/root/etc/passwd");
        assertThat(target.seen(FilePath.of("/../../db-1/root")).path().text()).isEqualTo("/web-1/root/db-1/root");
        assertThat(target.seen(FilePath.of("..")).path().text()).isEqualTo("/web-1/root");
    }

    @Test
    void bytesOfNamesArePreserved() {
        byte[] name = {'/', 'w', '/', 'r', '/', (byte) 0xff, '\n', (byte) 0xc3};
        assertThat(TreePath.of(FilePath.copyOf(name, 0, name.length)).atTarget().bytes())
                .containsExactly('/', (byte) 0xff, '\n', (byte) 0xc3);
    }

    @Test
    void noPathNamesAnythingAboveItsTarget() {
        Random random = new Random(7);
        String[] names = {"..", ".", "", "a", "~", "web-1", "root"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "/" : "");
            for (int n = random.nextInt(9); n > 0; n--) {
                text.append(names[random.nextInt(names.length)]).append('/');
            }
            TreePath path = path(text.toString());
            if (path.onTarget()) {
                assertThat(("/" + path.atTarget().text() + "/")).doesNotContain("/../");
            }
        }
    }

    private static String at(String path) {
        return path(path).atTarget().text();
    }

    private static TreePath path(String path) {
        return TreePath.of(FilePath.of(path));
    }
}

package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A browser that gives uploads up, as its files panel does for Pause and Cancel, goes on working. */
class CancelledUploadE2E {
    private static final int UPLOADS = 8;
    private static final int MEBIBYTE = 1 << 20;
    private static final String MARK = "0123456789abcdef";
    private static final int PATIENCE_SECONDS = 180;

    private static FilesEstate estate;
    private static Rest person;
    /** Where the bytes of files go. */
    private static String content;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("cancelled-upload");
        person = estate.gatehouse().rest(estate.carrier(), Estate.PASSWORD);
        content = "terminal/file-connections/" + Estate.fileConnection(person, estate.assetId()) + "/content/";
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    /** Undertow's HTTP/2 keeps what a reset stream had sent from the window of all streams: nothing could be sent any more. */
    @Test
    void whatWasNotReadOfAnUploadHoldsUpNothingElse() {

        for (int i = 0; i < UPLOADS; i++) {
            Path there = estate.there().resolve("endless" + i);
            CompletableFuture<HttpResponse<String>> upload = person.upload(content + "?path=" + there, Endless::new);
            Eventually.holds(() -> assertThat(there.toFile().length()).isGreaterThan(MEBIBYTE));
            upload.cancel(true);
        }

        Path small = estate.there().resolve("small");
        CompletableFuture<HttpResponse<String>> next =
                person.upload(content + "?path=" + small, () -> new ByteArrayInputStream(new byte[MEBIBYTE]));
        assertThat(next.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().statusCode())
                .isEqualTo(200);
        assertThat(small).hasSize(MEBIBYTE);
    }

    /** A file stays until the one that replaces it is complete; what was given up is in the log as such. */
    @Test
    void anUploadThatIsGivenUpLeavesTheFileThatItReplaces() {
        Path kept = estate.there().resolve("kept");
        assertThat(person.upload(content + "?path=" + kept, () -> new ByteArrayInputStream(new byte[3]))
                        .join()
                        .statusCode())
                .isEqualTo(200);

        CompletableFuture<HttpResponse<String>> upload =
                person.upload(content + "?upload=" + MARK + "&path=" + kept, Endless::new);
        Path part = estate.there().resolve(".kept." + MARK + ".part");
        Eventually.holds(() -> assertThat(part.toFile().length()).isGreaterThan(MEBIBYTE));
        upload.cancel(true);

        estate.log()
                .require(
                        "write",
                        part.toString(),
                        line -> line.getString("result").equals("interrupted"));
        assertThat(kept).hasSize(3);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            // not as fast as a loopback is: what is given up lies on a disk
            Eventually.pause();
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}

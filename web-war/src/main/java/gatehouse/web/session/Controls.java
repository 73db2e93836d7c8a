package gatehouse.web.session;

import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The control frames of sockets. */
final class Controls {
    private static final String END = "{\"type\":\"ended\"";
    private static final int MOST_CELLS = 4096;

    private Controls() {}

    static String ended(Optional<ProblemException> reason) {
        return ended(
                reason.map(ProblemException::codeName).orElse("FINISHED"),
                reason.map(ProblemException::detail).orElse(""));
    }

    static String ended(String code, String detail) {
        return Json.createObjectBuilder()
                .add("type", "ended")
                .add("code", code)
                .add("detail", detail)
                .build()
                .toString();
    }

    static boolean isEnd(String control) {
        return control.startsWith(END);
    }

    static String size(WindowSize size) {
        return Json.createObjectBuilder()
                .add("type", "size")
                .add("columns", size.columns())
                .add("rows", size.rows())
                .build()
                .toString();
    }

    static WindowSize size(JsonObject control) {
        return WindowSize.cells(
                Math.clamp(control.getInt("columns", 80), 1, MOST_CELLS),
                Math.clamp(control.getInt("rows", 24), 1, MOST_CELLS));
    }
}

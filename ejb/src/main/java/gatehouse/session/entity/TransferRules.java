package gatehouse.session.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.setting.entity.Setting;

/**
 * How much may pass through a shell or exec without a terminal that is no known file server, where the permission does not carry files
 * in that direction. Passing it ends the channel.
 *
 * @param inputBytesWithoutUpload of standard input
 * @param outputBytesWithoutDownload of standard output and standard error together
 */
@Setting("transfer-rules")
public record TransferRules(long inputBytesWithoutUpload, long outputBytesWithoutDownload) {
    private static final String LEAST = "sizes must be 0 or more";

    public TransferRules {
        new FieldChecks()
                .require(inputBytesWithoutUpload >= 0, "inputBytesWithoutUpload", SessionProblem.LIMIT_INVALID, LEAST)
                .require(
                        outputBytesWithoutDownload >= 0,
                        "outputBytesWithoutDownload",
                        SessionProblem.LIMIT_INVALID,
                        LEAST)
                .orThrow();
    }

    public TransferRules() {
        this(1L << 20, 16L << 20);
    }
}

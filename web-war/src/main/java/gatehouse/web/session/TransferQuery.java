package gatehouse.web.session;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.TransferFilter;
import gatehouse.session.entity.TransferOutcome;
import gatehouse.web.Given;
import jakarta.ws.rs.QueryParam;

/** Which lines of the transfer log are wanted; taken by {@code @BeanParam}. */
public class TransferQuery {
    @QueryParam("session")
    private String session;

    @QueryParam("user")
    private String user;

    @QueryParam("asset")
    private String asset;

    @QueryParam("operation")
    private String operation;

    @QueryParam("result")
    private String result;

    /** Inclusive, ISO 8601. */
    @QueryParam("from")
    private String from;

    /** Exclusive, ISO 8601. */
    @QueryParam("until")
    private String until;

    TransferFilter toFilter() {
        return new TransferFilter(
                Given.parameter(session, SessionId::parse),
                Given.parameter(user, UserId::parse),
                Given.parameter(asset, AssetId::parse),
                Given.parameter(operation, text -> Given.word(FileOperation.Kind.class, "operation", text)),
                Given.parameter(result, text -> Given.word(TransferOutcome.class, "result", text)),
                Given.parameter(from, Given::instant),
                Given.parameter(until, Given::instant));
    }
}

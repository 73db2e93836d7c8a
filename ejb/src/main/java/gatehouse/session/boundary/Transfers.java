package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import gatehouse.session.control.files.TransferRows;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferFilter;
import gatehouse.session.entity.TransferId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** The transfer log. Everybody sees their own lines; others' lines need {@link SessionRight#TRANSFER_VIEW}. */
@Stateless
public class Transfers {
    @Inject
    private TransferRows rows;

    /** Newest first; searches paths, names and hashes. */
    public Page<Transfer> list(Caller caller, TransferFilter filter, PageRequest request) {
        return rows.page(caller.scope(), visibleTo(caller, filter), request);
    }

    public Transfer require(Caller caller, TransferId id) {
        return rows.find(caller.scope(), id)
                .filter(line -> line.user().equals(caller.user()) || caller.may(SessionRight.TRANSFER_VIEW))
                .orElseThrow(() -> SessionProblem.TRANSFER_UNKNOWN.problem("there is no such transfer"));
    }

    private static TransferFilter visibleTo(Caller caller, TransferFilter filter) {
        if (caller.may(SessionRight.TRANSFER_VIEW)) {
            return filter;
        }
        filter.user()
                .filter(user -> !user.equals(caller.user()))
                .ifPresent(_ -> caller.require(SessionRight.TRANSFER_VIEW));
        return new TransferFilter(
                filter.session(),
                Optional.<UserId>of(caller.user()),
                filter.asset(),
                filter.operation(),
                filter.outcome(),
                filter.from(),
                filter.until());
    }
}

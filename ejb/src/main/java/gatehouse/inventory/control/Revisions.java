package gatehouse.inventory.control;

import gatehouse.inventory.entity.InventoryProblem;

/** Nobody takes back what somebody else has changed meanwhile. */
final class Revisions {
    private Revisions() {}

    static void require(long present, long madeFrom, String what) {
        if (present != madeFrom) {
            throw InventoryProblem.CHANGED_MEANWHILE.problem(
                    "somebody else changed this " + what + " meanwhile; load it again");
        }
    }
}

package gatehouse.web.session;

import gatehouse.kernel.UserId;

/** Somebody with one window, who lets it go when that is wanted. */
final class TestingKeeper implements WindowRoom.Keeper {
    private final UserId person;
    private final OutputWindow window;
    private boolean cut;

    TestingKeeper() {
        this(new WindowRoom(), UserId.next());
    }

    TestingKeeper(WindowRoom room, UserId person) {
        this.person = person;
        this.window = new OutputWindow(room, this);
    }

    OutputWindow window() {
        return window;
    }

    @Override
    public UserId person() {
        return person;
    }

    @Override
    public boolean letGo() {
        if (window.isSmall()) {
            return false;
        }
        window.letGo();
        cut = true;
        return true;
    }

    boolean isCut() {
        return cut;
    }
}

package gatehouse.session.control.menu;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

enum MenuProblem implements ProblemCode {
    MENU_FAILED(Kind.BUG),
    MENU_IDLE(Kind.LIMITED);

    private final Kind kind;

    MenuProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

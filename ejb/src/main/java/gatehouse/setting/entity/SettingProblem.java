package gatehouse.setting.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum SettingProblem implements ProblemCode {
    SETTING_UNKNOWN(Kind.NOT_FOUND),
    SETTING_INVALID(Kind.INVALID);

    private final Kind kind;

    SettingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

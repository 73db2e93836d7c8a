package gatehouse.setting.entity;

import gatehouse.kernel.Right;

public enum SettingRight implements Right {
    VIEW("setting.record.view"),
    EDIT("setting.record.edit");

    private final String code;

    SettingRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

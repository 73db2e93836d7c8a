package gatehouse.vault.entity;

import gatehouse.kernel.Right;

/** What roles allow in the vault. There is no right to read a secret. */
public enum VaultRight implements Right {
    ACCOUNT_VIEW("vault.account.view"),
    ACCOUNT_CHANGE("vault.account.change"),
    SECRET_WRITE("vault.secret.write");

    private final String code;

    VaultRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

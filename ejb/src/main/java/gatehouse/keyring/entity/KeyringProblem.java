package gatehouse.keyring.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum KeyringProblem implements ProblemCode {
    /** The value was damaged, belongs to another purpose, or was sealed under another master key. */
    SEAL_BROKEN(Kind.BUG),
    /** The master key is malformed or readable by others. */
    MASTER_KEY_UNUSABLE(Kind.UNAVAILABLE),
    /** There is none, and this database was sealed under one. */
    MASTER_KEY_MISSING(Kind.UNAVAILABLE),
    /** The master key is not the one under which this database was sealed. */
    MASTER_KEY_WRONG(Kind.UNAVAILABLE);

    private final Kind kind;

    KeyringProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package gatehouse.inventory.entity;

/** How a terminal switches from the login account to another one. */
public enum SuMethod {
    /** The platform cannot switch. */
    NONE,
    /** {@code sudo su - NAME}; asks for the login account's password. */
    SUDO,
    /** {@code su - NAME}; asks for the target account's password. */
    SU,
    /** {@code sudo -u NAME -i}; asks for the login account's password. */
    ONLY_SUDO,
    /** {@code su NAME}; asks for the target account's password. */
    ONLY_SU,
    /** Cisco: {@code enable}. */
    ENABLE,
    /** Huawei: {@code super 15}. */
    SUPER,
    /** H3C: {@code super level-15}. */
    SUPER_LEVEL
}

package gatehouse.policy.entity;

/** What decisions of an organisation are made from, as of these changes of assets, accounts and permissions. */
public record PolicyVersion(long inventory, long vault, long policy) {}

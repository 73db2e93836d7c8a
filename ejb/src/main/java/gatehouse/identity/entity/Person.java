package gatehouse.identity.entity;

import gatehouse.kernel.UserId;

/** What everybody of an organisation may know of a colleague. */
public record Person(UserId id, String username, String name) {}

package gatehouse.access.entity;

import gatehouse.kernel.UserId;
import java.util.UUID;

/**
 * News: what proved a person does so no more, and whatever runs by it ends. Not told of a sign-in that ended with its connection: there
 * is nothing left to end.
 *
 * @param proof the sign-in, or the bearer token, that callers carry
 * @param reason for the person
 */
public record SignInEnded(UUID proof, UserId user, String reason) {}

package gatehouse.policy.entity;

import java.util.Optional;

/**
 * One cause of a decision.
 *
 * @param code stable, for programs and translations
 * @param permission the permission it is about
 * @param text for people, in English; names what would have to change when it denies
 */
public record Reason(Code code, Optional<PermissionId> permission, String text) {
    /** Why. The first group allows, the others deny. */
    public enum Code {
        GRANTED,
        PERSON_EXPIRED,
        ASSET_UNKNOWN,
        ASSET_INACTIVE,
        ACCOUNT_UNKNOWN,
        ACCOUNT_INACTIVE,
        PROTOCOL_NOT_SPOKEN,
        NO_PERMISSION,
        PERMISSION_INACTIVE,
        PERMISSION_NOT_YET,
        PERMISSION_ENDED,
        ACCOUNT_NOT_GRANTED,
        ACCOUNT_EXCLUDED,
        PROTOCOL_NOT_GRANTED,
        ACTION_NOT_GRANTED,
        DESTINATION_NOT_GRANTED,
        NOT_EVALUATED
    }
}

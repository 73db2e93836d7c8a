package gatehouse.audit.entity;

import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * Something that happened, told by who did it. Built as {@code AuditEvent.of("session.opened", caller).with("asset",
 * AuditField.open(id))}.
 */
public final class AuditEvent {
    private static final UUID NIL = new UUID(0, 0);
    private static final int LONGEST_CLAIM = 64;

    private final String type;
    private final Actor actor;
    private final SequencedMap<String, AuditField> fields;
    private final Optional<UUID> subject;

    /**
     * @param user the nil UUID when nobody was signed in
     * @param signIn the nil UUID when there was none
     */
    public record Actor(
            OrganisationId organisation, UUID user, String username, String address, String channel, UUID signIn) {
        public Actor {
            Objects.requireNonNull(organisation);
            Objects.requireNonNull(user);
            Objects.requireNonNull(username);
            Objects.requireNonNull(address);
            Objects.requireNonNull(channel);
            Objects.requireNonNull(signIn);
        }

        /**
         * Somebody who has not proved who it is.
         *
         * @param username whatever they sent; kept printable, and no longer than a name may be
         */
        public static Actor unknown(OrganisationId organisation, String username, String address, String channel) {
            return new Actor(organisation, NIL, shortened(Printable.of(shortened(username))), address, channel, NIL);
        }

        private static String shortened(String username) {
            return username.length() <= LONGEST_CLAIM ? username : username.substring(0, LONGEST_CLAIM);
        }

        /** Gatehouse itself. */
        public static Actor system(OrganisationId organisation) {
            return new Actor(organisation, NIL, "system", "", "system", NIL);
        }
    }

    private AuditEvent(String type, Actor actor, Map<String, AuditField> fields, Optional<UUID> subject) {
        this.type = Objects.requireNonNull(type);
        this.actor = Objects.requireNonNull(actor);
        this.fields = new LinkedHashMap<>(fields);
        this.subject = subject;
    }

    /** @param type dotted, noun and past tense, for example {@code asset.created} */
    public static AuditEvent of(String type, Caller caller) {
        Actor actor = new Actor(
                caller.organisation(),
                caller.user().value(),
                caller.username(),
                caller.address(),
                caller.channel(),
                caller.signIn());
        return of(type, actor);
    }

    public static AuditEvent of(String type, Actor actor) {
        return new AuditEvent(type, actor, Map.of(), Optional.empty());
    }

    public AuditEvent with(String name, AuditField field) {
        return longer(name, field, subject);
    }

    /** An open field, by which the event is found as well. */
    public AuditEvent about(String name, UUID id) {
        return longer(name, AuditField.open(id), Optional.of(id));
    }

    private AuditEvent longer(String name, AuditField field, Optional<UUID> about) {
        AuditEvent longer = new AuditEvent(type, actor, fields, about);
        longer.fields.put(name, field);
        return longer;
    }

    /** Unmarked, therefore secret (R2.3): only that there was a value is kept. */
    public AuditEvent with(String name, Object value) {
        Objects.requireNonNull(value);
        return with(name, AuditField.secret());
    }

    public String type() {
        return type;
    }

    public Actor actor() {
        return actor;
    }

    public SequencedMap<String, AuditField> fields() {
        return Collections.unmodifiableSequencedMap(fields);
    }

    /** What it is about. */
    public Optional<UUID> subject() {
        return subject;
    }
}

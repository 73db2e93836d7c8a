/**
 * Talking to a target by rules, before or instead of a person: waiting for prompts and answering them. Used by connectors whose
 * protocol has no sign-in of its own or lets the target ask, and by sessions.
 */
package gatehouse.connector.spi.dialogue;

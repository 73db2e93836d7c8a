/** Sessions: tokens, authorisation, relay, recording, live control, replay, commands, transfers. */
package gatehouse.session;

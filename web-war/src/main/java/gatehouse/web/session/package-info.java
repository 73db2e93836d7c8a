/**
 * Sessions over HTTP: terminals, watching, replay, tokens.
 *
 * <p>Sockets: bytes of the terminal in binary frames, both ways; control in text frames, one JSON object each. Positions count the
 * bytes of the session's output from its start.
 *
 * <pre>
 * /ws/terminal           from the browser
 *   {"type":"open", "token":VALUE, "tab":SECRET, "columns":80, "rows":24}
 *   {"type":"resume", "session":ID, "tab":SECRET, "received":N, "columns":80, "rows":24}
 *   {"type":"resize", "columns":80, "rows":24} · {"type":"ack", "received":N} · {"type":"close"}
 *                        from the server
 *   {"type":"opened", "session":ID, "actions":["CONNECT"], "until":TIME}
 *   {"type":"resumed", "from":N, "snapshot":BOOLEAN}
 *   {"type":"ended", "code":CODE, "detail":TEXT}
 * /ws/watch/{session}    from the server
 *   {"type":"size", "columns":80, "rows":24} · {"type":"ended", …}
 * </pre>
 *
 * R20.1 At most 1 MiB is under way to a browser that acknowledges; then the target waits. R20.2 A shell whose browser has gone is
 * kept for 60 seconds and given back only to the same sign-in with the secret of the same tab. R20.3 What a browser missed is sent
 * again, up to 1 MiB; what is older is missing, and {@code resumed} says so by {@code snapshot}.
 */
package gatehouse.web.session;

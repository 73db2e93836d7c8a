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
 *   {"type":"resumed", "from":N, "snapshot":false} · {"type":"resumed", "from":N, "snapshot":true, "screen":SEQUENCES}
 *   {"type":"typed", "received":N}  how many typed bytes of this socket the target has taken
 *   {"type":"people", "people":[{"user":ID, "name":TEXT, "role":"person", "since":TIME}]} · {"type":"locked", "locked":BOOLEAN}
 *   {"type":"ended", "code":CODE, "detail":TEXT}
 * /ws/watch/{session}, /ws/join/{share}    from the server
 *   {"type":"size", "columns":80, "rows":24} · people · locked · typed · ended
 * </pre>
 *
 * R20.1 At most 1 MiB is under way to a browser that acknowledges; then the target waits. R20.2 A shell whose browser has gone is
 * kept for 60 seconds and given back only to the same sign-in with the secret of the same tab. R20.3 What a browser missed is sent
 * again, up to 1 MiB; when it missed more, the screen is painted instead, and the output goes on behind that picture. R20.4 A browser
 * waits when 256 KiB of what it typed were not taken by the target; one that does not wait is cut off at 1 MiB. R20.5 A socket is
 * opened by our own pages only, and carries one shell. R20.6 For a watcher or guest who does not read waits one piece of output and the
 * newest control frame of each kind, the end in any case; after 30 seconds in which one frame did not get out the socket is cut, a
 * terminal's after ten minutes. R20.7 Whatever fails behind a socket is told to its browser as {@code ended}.
 * R20.8 One person has 64 sockets; one that asks for no terminal is closed after 30 seconds; a control frame has at most 64 KiB, one that
 * is typed 256 KiB. All shells together keep 64 MiB of output that was not acknowledged, not counting those that keep at most 128 KiB;
 * beyond that, the browser that lags behind most of the person who keeps most is cut off, whoever printed, and when it comes back it sees
 * the screen painted.
 */
package gatehouse.web.session;

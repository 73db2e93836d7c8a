/** The telnet protocol itself: connections, the parser, option negotiation, back-pressure. */
package gatehouse.connector.telnet.wire;

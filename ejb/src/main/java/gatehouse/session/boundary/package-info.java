/** The way into sessions: transactions, rights, audit, and where people's connections come in. */
package gatehouse.session.boundary;

/** What both directions of SSH share: algorithms, sessions, the way bytes enter and leave channels. */
package gatehouse.connector.ssh.wire;

/** SSH in and out, with Apache MINA SSHD. */
package gatehouse.connector.ssh;

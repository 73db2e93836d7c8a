/** What looks at more than one module of Gatehouse. {@code gatehouse.verify} holds the tests with real clients. */
package gatehouse;

/** What time it is: {@code @Inject Clock}, so that tests can turn it. */
package gatehouse.kernel.time;

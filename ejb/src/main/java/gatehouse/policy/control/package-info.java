/** The decision engine, which is pure, and the memory of facts that it works on. */
package gatehouse.policy.control;

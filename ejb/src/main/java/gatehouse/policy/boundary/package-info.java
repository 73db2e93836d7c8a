/** The way into policy: questions and answers, and the keeping of permissions. */
package gatehouse.policy.boundary;

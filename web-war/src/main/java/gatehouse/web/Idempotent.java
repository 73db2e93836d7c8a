package gatehouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that makes something and takes an {@code Idempotency-Key}; see {@link IdempotencyFilter}. Its answer is kept as it is, and
 * so it holds no secret. It is named one by one, so that a new method's answer is not kept because nobody thought of it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}

package gatehouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST whose answer holds a secret that is shown once, and refuses an {@code Idempotency-Key}: to answer the same again the secret
 * would have to be kept, and whoever asks again would get it without the fresh proof that the first one gave.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownOnce {}

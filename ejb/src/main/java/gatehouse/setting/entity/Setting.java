package gatehouse.setting.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record of settings. Its components are of type int, long, boolean, String, Duration, an enum, or List of String. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** Stable name in REST and in the database, lower case with hyphens, for example {@code sign-in-rules}. */
    String value();
}

package gatehouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a method is for, asked for before anything that was sent is read, so that whoever lacks it learns nothing from how
 * their body is refused. The boundary asks again: this is no second decision, only an earlier one. A method's own comes before its
 * class's.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** Code of a {@link gatehouse.kernel.Right}. */
    String value();
}

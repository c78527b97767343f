package jp.michishirube.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large the body of a request to this handler may be, where the door's usual bound is too narrow: uploads, and JSON that carries a
 * file. A larger one is refused with 413 before it is read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UpTo {

    /** Such as {@code 10MB}, or a setting that says it ({@code ${…}}). The form around a file needs its own bytes. */
    String value();

    /** Kind of the refusal ({@code problem.<kind>}), so that its sentence fits the purpose. */
    String refusal() default "file-too-large";

    /** Fields that carry a file as text (base64): the bound of a text does not count for them. */
    String[] carriers() default {};
}

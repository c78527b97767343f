package jp.michishirube.door;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This handler takes many answers at once and judges the text of each by {@link PlainText#judge}: what is wrong with one is told beside it,
 * and the others are kept. The door looks only at the whole: its size, depth and parts, and the names of the answers.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldByField {

    /** How the names of such answers begin in a form. */
    String ANSWER = "/";
}

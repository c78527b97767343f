package jp.michishirube.municipality;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record reads the section of {@code municipality.yaml} with that name, or a part of it. {@code check-forms} reads the section into
 * it as the product does: a setting is known when its room reads it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PolicySection {

    String value();
}

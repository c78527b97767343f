package jp.michishirube.plan.form;

import java.util.Locale;

/** @param code what the answers keep */
public record Choice(String code, String label, String labelEn) {

    public String label(Locale locale) {
        return Labels.pick(locale, label, labelEn);
    }
}

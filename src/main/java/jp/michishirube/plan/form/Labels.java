package jp.michishirube.plan.form;

import java.util.Locale;

/** Japanese unless the reader asked for English and the form has it. */
final class Labels {

    private Labels() {}

    static String pick(Locale locale, String ja, String en) {
        return en != null && !en.isEmpty() && locale != null && "en".equals(locale.getLanguage()) ? en : ja;
    }
}

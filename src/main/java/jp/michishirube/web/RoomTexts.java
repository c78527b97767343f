package jp.michishirube.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.municipality.CityTexts;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of all rooms, a municipality's own words first. Spring asks one room's file after the other for every text, and a page of the plan has some hundred of them:
 * what was found once is kept, as the files do not change while the product runs.
 */
final class RoomTexts extends ResourceBundleMessageSource {

    /** やさしい日本語 */
    private static final Locale EASY = new Locale("ja", "", "easy");

    private final Map<Locale, Map<String, String>> plain = perLanguage();
    private final Map<Locale, Map<String, MessageFormat>> formats = perLanguage();

    private final CityTexts city;

    RoomTexts(CityTexts city) {
        this.city = city;
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        String own = city.text(code, locale);
        return own == null ? kept(plain, code, locale, super::resolveCodeWithoutArguments) : own;
    }

    /** Spring itself guards a format against being used by two at once. */
    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        return kept(formats, code, locale, (wanted, in) -> {
            String own = city.text(wanted, in);
            return own == null ? super.resolveCode(wanted, in) : new MessageFormat(own, in);
        });
    }

    private interface Search<T> {
        T find(String code, Locale locale);
    }

    /** Of our languages only, and no code that is nobody's: anybody can ask for others without end. */
    private static <T> T kept(Map<Locale, Map<String, T>> all, String code, Locale locale, Search<T> search) {
        Map<String, T> language = all.get(locale);
        T known = language == null ? null : language.get(code);
        if (known == null) {
            known = search.find(code, locale);
            if (known != null && language != null) {
                language.put(code, known);
            }
        }
        return known;
    }

    private static <T> Map<Locale, Map<String, T>> perLanguage() {
        return Map.of(Locale.JAPANESE, new ConcurrentHashMap<>(), Locale.ENGLISH, new ConcurrentHashMap<>(), EASY, new ConcurrentHashMap<>());
    }
}

package jp.michishirube.casefile.front;

import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;

/** What a room shows of a case on its front page. A bean's {@code @Order} is its place. */
public interface FrontPanel {

    /**
     * @param template whose fragment {@code panel(content)} shows it
     * @param content  what that fragment reads
     */
    record Shown(String template, Object content) {}

    /** @return empty where this room has nothing to say of the case, or the person may not see it */
    Optional<Shown> of(CaseFile file, Locale locale);
}

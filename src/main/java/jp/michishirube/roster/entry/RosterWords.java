package jp.michishirube.roster.entry;

import jp.michishirube.municipality.DateWords;
import jp.michishirube.roster.file.BirthDate;
import org.springframework.stereotype.Component;

/** Words of the roster's pages that depend on more than one value. */
@Component("rosterWords")
public class RosterWords {

    private final DateWords dates;

    RosterWords(DateWords dates) {
        this.dates = dates;
    }

    /** @param kept as the roster keeps a birth date; said to be unknown as far as it is */
    public String birth(String kept) {
        return kept == null || kept.isEmpty() ? "" : dates.birth(BirthDate.of(kept).whole(), kept);
    }
}

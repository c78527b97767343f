package jp.michishirube.safety.warning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.michishirube.safety.telegram.TelegramHead.Issue;

/**
 * The course of one river: which issues stand, in the order of the telegrams' own times and in whatever order they came.
 *
 * @param issues    that stand, the newest last
 * @param withdrawn the newest word of all took an issue back
 */
record Course(List<KeptTelegram> issues, boolean withdrawn) {

    /** Of two of the same times the graver one comes last, and so counts. */
    static final Comparator<KeptTelegram> ORDER = Comparator.comparing(KeptTelegram::reportAt).thenComparing(KeptTelegram::controlAt)
            .thenComparing(t -> t.level() == null ? -1 : t.level()).thenComparing(KeptTelegram::hash);
    /** A correction or withdrawal means an issue of these last hours: numbers begin anew with each flood. */
    private static final Duration BACK = Duration.ofHours(24);

    static Course of(Collection<KeptTelegram> telegrams) {
        List<KeptTelegram> issues = new ArrayList<>();
        boolean withdrawn = false;
        for (KeptTelegram t : telegrams.stream().sorted(ORDER).toList()) {
            withdrawn = false;
            int meant = t.issue() == Issue.CORRECTED || t.issue() == Issue.WITHDRAWN ? meant(issues, t) : -1;
            if (t.issue() == Issue.WITHDRAWN) {
                withdrawn = meant == issues.size() - 1 && meant >= 0;
                if (meant >= 0) {
                    issues.remove(meant);
                }
            } else if (meant >= 0) {
                issues.set(meant, t);
            } else {
                issues.add(t.issue() == Issue.CORRECTED ? place(issues, t) : issues.size(), t);
            }
        }
        return new Course(List.copyOf(issues), withdrawn);
    }

    Optional<KeptTelegram> last() {
        return issues.isEmpty() ? Optional.empty() : Optional.of(issues.get(issues.size() - 1));
    }

    /** The last one, and those of the same times that say something else. */
    List<KeptTelegram> lastWithDoubts() {
        return last().map(last -> issues.stream().filter(last::isOfTheSameTimesAs).filter(t -> t == last || !t.saysTheSameAs(last)).toList()).orElse(List.of());
    }

    /** The first issue of those, one after the other up to the last, that have the last's level. */
    Optional<KeptTelegram> first() {
        int first = issues.size() - 1;
        while (first > 0 && issues.get(first - 1).level().equals(issues.get(first).level())) {
            first--;
        }
        return first < 0 ? Optional.empty() : Optional.of(issues.get(first));
    }

    /** @return the place of the issue that is corrected or taken back; -1 where it never came */
    private static int meant(List<KeptTelegram> issues, KeptTelegram by) {
        if (by.serial() == null) {
            return issues.size() - 1;
        }
        for (int i = issues.size() - 1; i >= 0 && isOfOneFlood(issues, i, by); i--) {
            if (by.serial().equals(issues.get(i).serial())) {
                return i;
            }
        }
        return -1;
    }

    /** Where a correction of an issue that never came has its place: before those of later numbers. */
    private static int place(List<KeptTelegram> issues, KeptTelegram by) {
        int at = issues.size();
        while (by.serial() != null && at > 0 && isOfOneFlood(issues, at - 1, by) && issues.get(at - 1).serial() != null && issues.get(at - 1).serial() > by.serial()) {
            at--;
        }
        return at;
    }

    private static boolean isOfOneFlood(List<KeptTelegram> issues, int i, KeptTelegram by) {
        Integer later = i + 1 < issues.size() ? issues.get(i + 1).serial() : null;
        Integer here = issues.get(i).serial();
        return !issues.get(i).reportAt().isBefore(by.reportAt().minus(BACK)) && (later == null || here == null || here <= later);
    }
}

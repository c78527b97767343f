package jp.michishirube.safety.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the answers of one person say now: a pure function of those that stand, whatever order they came in.
 *
 * <p>The newest counts. But whoever needs help is not hidden by it: a call for help stands until a newer word of the person, of somebody on
 * site or of the city's staff. Of several that stand the gravest counts. That nobody was met says nothing where something was said.
 *
 * @param answer   null for none
 * @param disputed somebody who may not clear it says newer that help is not needed: a person must look
 */
public record Present(Answer answer, boolean disputed) {

    private static final Comparator<Answer> OLDEST_FIRST = Comparator.comparing(Answer::at).thenComparing(Answer::received).thenComparing(Answer::id);
    private static final Comparator<Answer> GRAVEST_LAST = Comparator.comparing((Answer a) -> a.said() == Said.HURT).thenComparing(OLDEST_FIRST);

    /** @param standing without those that were taken back */
    public static Present of(Collection<Answer> standing) {
        List<Answer> answers = standing.stream().filter(a -> a.said().isAnswer()).sorted(OLDEST_FIRST).toList();
        Optional<Answer> help = answers.stream().filter(a -> a.said().isHelp() && !isCleared(a, answers)).max(GRAVEST_LAST);
        if (help.isPresent()) {
            boolean disputed = answers.stream().anyMatch(a -> !a.said().isHelp() && OLDEST_FIRST.compare(a, help.get()) > 0);
            return new Present(help.get(), disputed);
        }
        Optional<Answer> newest = answers.isEmpty() ? standing.stream().max(OLDEST_FIRST) : Optional.of(answers.get(answers.size() - 1));
        return new Present(newest.orElse(null), false);
    }

    private static boolean isCleared(Answer help, List<Answer> all) {
        return all.stream().anyMatch(a -> OLDEST_FIRST.compare(a, help) > 0 && a.mayClear());
    }

    public Said said() {
        return answer == null ? null : answer.said();
    }
}

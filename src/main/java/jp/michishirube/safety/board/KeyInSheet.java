package jp.michishirube.safety.board;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.door.PlainTime;
import jp.michishirube.municipality.WorkingDays;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.GiveAnswer;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the ticks of a sheet, all of them or none. Who went round with the sheet has met the people, so its ticks end a call for help
 * that was there before. The same sheet sent twice is taken once.
 */
@Component
class KeyInSheet {

    private static final int MOST_DIGITS = 6;
    private static final int KEY_LENGTH = 64;

    private final ReadBoard boards;
    private final Asked asked;
    private final GiveAnswer give;
    private final Clock clock;

    KeyInSheet(ReadBoard boards, Asked asked, GiveAnswer give, Clock clock) {
        this.boards = boards;
        this.asked = asked;
        this.give = give;
        this.clock = clock;
    }

    /**
     * @param at      when the round was made, as the form writes it
     * @param numbers of the sheet's lines; blank lines are left out
     * @param ticks   1 to 6 beside each
     * @return how many were taken in
     * @throws Problem {@code sheet-invalid} (422) naming each line
     */
    @Transactional
    int keyIn(DisasterEvent event, Desk desk, String at, String key, List<String> numbers, List<String> ticks) {
        List<FieldProblem> wrong = new ArrayList<>();
        Instant asOf = time(at, wrong);
        if (key.isBlank() || key.length() > KEY_LENGTH) {
            throw Problem.badRequest("answer-unreadable");
        }
        Map<Integer, Said> lines = new LinkedHashMap<>();
        Map<Integer, Integer> lineOf = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(numbers.size(), ticks.size()); i++) {
            line(i + 1, plain(numbers.get(i)), plain(ticks.get(i)), lines, lineOf, wrong);
        }
        Map<Integer, Row> known = boards.numbered(event, desk, new LinkedHashSet<>(lines.keySet())).stream()
                .collect(Collectors.toMap(Row::number, r -> r));
        lines.keySet().stream().filter(n -> !known.containsKey(n)).forEach(n -> wrong.add(new FieldProblem("n" + lineOf.get(n), "sheet-unknown", String.valueOf(n))));
        if (lines.isEmpty() && wrong.isEmpty()) {
            wrong.add(new FieldProblem("n1", "sheet-empty"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("sheet-invalid", wrong);
        }
        lines.forEach((number, said) -> {
            Asked.Person person = asked.find(known.get(number).askedId()).orElseThrow(() -> Problem.notFound("asked-not-found"));
            give.give(person, new Given(desk.sender(), key + " " + number, said, desk.voice(), Given.Channel.PAPER, true, asOf));
        });
        return lines.size();
    }

    private static void line(int line, String number, String tick, Map<Integer, Said> lines, Map<Integer, Integer> lineOf, List<FieldProblem> wrong) {
        if (number.isEmpty() && tick.isEmpty()) {
            return;
        }
        if (!number.matches("\\d{1," + MOST_DIGITS + "}")) {
            wrong.add(new FieldProblem("n" + line, "sheet-number", line));
        } else if (!tick.matches("[1-6]")) {
            wrong.add(new FieldProblem("t" + line, "sheet-tick", number));
        } else if (lines.putIfAbsent(Integer.parseInt(number), Said.values()[tick.charAt(0) == '5' ? 5 : tick.charAt(0) == '6' ? 4 : tick.charAt(0) - '1']) != null) {
            wrong.add(new FieldProblem("n" + line, "sheet-twice", number));
        } else {
            lineOf.put(Integer.parseInt(number), line);
        }
    }

    private Instant time(String at, List<FieldProblem> wrong) {
        try {
            Instant time = LocalDateTime.parse(at).atZone(WorkingDays.JAPAN).toInstant();
            if (PlainTime.is(time) && !time.isAfter(clock.instant().plusSeconds(60))) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        wrong.add(new FieldProblem("at", "sheet-time"));
        return clock.instant();
    }

    /** Digits of the other width, and blanks around them. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}

package jp.michishirube.safety.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.reach.Spoken;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.line.PressedInLine;
import org.springframework.stereotype.Component;

/** A resident presses one of four buttons in LINE. It counts for nobody but the one who linked that very account. */
@Component
class AnswersByLine implements PressedInLine {

    private static final Pattern DATA = Pattern.compile(AskedChoices.WORD + " (\\d{1,18}) ([1-4])");

    private final Asked asked;
    private final Events events;
    private final GiveAnswer give;
    private final LineAccounts line;
    private final Spoken spoken;
    private final ThankWords words;

    AnswersByLine(Asked asked, Events events, GiveAnswer give, LineAccounts line, Spoken spoken, ThankWords words) {
        this.asked = asked;
        this.events = events;
        this.give = give;
        this.line = line;
        this.spoken = spoken;
        this.words = words;
    }

    @Override
    public Optional<String> pressed(Pressed pressed) {
        Matcher data = DATA.matcher(pressed.data());
        return !data.matches() ? Optional.empty() : asked.find(Long.parseLong(data.group(1)))
                .filter(person -> Optional.ofNullable(person.whom().holder()).flatMap(line::userOf).filter(pressed.user()::equals).isPresent())
                .map(person -> give(person, Said.ofKey(Integer.parseInt(data.group(2))), pressed));
    }

    private String give(Asked.Person person, Said said, Pressed pressed) {
        Locale language = spoken.of(person.whom());
        try {
            give.give(person, new Given(Given.senderOf(person.id()), "line " + pressed.id(), said, Voice.SELF, Given.Channel.LINE, true, pressed.at()));
            return words.taken(events.get(person.eventId()), said, language);
        } catch (Problem over) {
            return words.over(events.get(person.eventId()), language);
        }
    }
}

package jp.michishirube.safety.help;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.answer.Given;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.line.PressedInLine;
import jp.michishirube.sharing.supporter.ReachSupporters;
import jp.michishirube.sharing.telephone.CallResults;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A supporter presses a button in LINE or a key of a call. Whoever says there what was found has met the person: the words of the button say so. */
@Component
class HelperPresses implements PressedInLine, CallResults {

    private static final Pattern DATA = Pattern.compile(HelperChoices.WORD + " (\\d{1,18}) ([1-4])");

    private final Helpers helpers;
    private final HelperActs acts;
    private final Events events;
    private final ReachSupporters reach;
    private final MessageSource texts;

    HelperPresses(Helpers helpers, HelperActs acts, Events events, ReachSupporters reach, MessageSource texts) {
        this.helpers = helpers;
        this.acts = acts;
        this.events = events;
        this.reach = reach;
        this.texts = texts;
    }

    @Override
    public Optional<String> pressed(Pressed pressed) {
        Matcher data = DATA.matcher(pressed.data());
        return !data.matches() ? Optional.empty() : helpers.find(Long.parseLong(data.group(1)))
                .filter(helper -> reach.address(helper.contactId(), Way.LINE).filter(pressed.user()::equals).isPresent())
                .map(helper -> act(helper, Integer.parseInt(data.group(2)), Given.Channel.LINE, "line " + pressed.id(), pressed.at(),
                        reach.find(helper.contactId()).map(ReachSupporters.Reached::language).orElse(Locale.JAPANESE)));
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.HELPER;
    }

    /** A call that nobody takes is not made again: the supporters are several, and the resident's own list shows who was not reached. */
    @Override
    public String told(Told told) {
        return told.result() != Result.KEY || !told.to().key().matches("\\d{1,18}") ? "" : helpers.find(Long.parseLong(told.to().key()))
                .map(helper -> act(helper, told.key(), Given.Channel.VOICE, "call " + told.reference() + " " + told.key() + " " + told.at(), told.at(), told.language())).orElse("");
    }

    private String act(Helper helper, int key, Given.Channel channel, String id, Instant at, Locale language) {
        HelperChoices.Act act = HelperChoices.Act.ofKey(key);
        try {
            if (act == null) {
                return texts.getMessage("safety.call.wrong-key", null, language);
            }
            if (act == HelperChoices.Act.GO) {
                acts.go(helper);
            } else {
                acts.tell(helper, act.said, act.said.isAnswer(), channel, id, at);
            }
        } catch (Problem over) {
            return texts.getMessage("helper.over", null, language);
        }
        String drill = events.get(helper.eventId()).mode() == Mode.REAL ? "" : texts.getMessage("safety.drill.word", null, language);
        return drill + texts.getMessage("helper.done." + act, null, language);
    }
}

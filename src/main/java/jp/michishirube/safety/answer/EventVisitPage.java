package jp.michishirube.safety.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.DisasterEvent;
import jp.michishirube.safety.event.Events;
import jp.michishirube.safety.go.GoNow;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.reach.Spoken;
import jp.michishirube.sharing.code.NoVisit;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.code.Visit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a person's own link: whether to go now and where to, then four buttons; no name. Light, since networks are slow that day, and whole without script. */
@Controller
@RequestMapping("/v/event")
@PreAuthorize("permitAll()")
class EventVisitPage {

    private static final List<Said> ANSWERS = List.of(Said.SAFE, Said.NEEDS_HELP, Said.HURT, Said.EVACUATED);
    private static final int ID_LENGTH = 64;
    /** What is pressed and sent within so many seconds is of now, by our clock. */
    private static final int AT_ONCE = 5;

    private final Events events;
    private final Asked asked;
    private final Answers answers;
    private final GiveAnswer give;
    private final UndoAnswer undo;
    private final Spoken spoken;
    private final GoNow go;
    private final Clock clock;

    EventVisitPage(Events events, Asked asked, Answers answers, GiveAnswer give, UndoAnswer undo, Spoken spoken, GoNow go, Clock clock) {
        this.events = events;
        this.asked = asked;
        this.answers = answers;
        this.give = give;
        this.undo = undo;
        this.spoken = spoken;
        this.go = go;
        this.clock = clock;
    }

    @GetMapping
    String show(Visit visit, @RequestParam(defaultValue = "") String change, Model model) {
        Pass pass = visit.as(PassKind.EVENT);
        Asked.Person person = person(pass);
        DisasterEvent event = events.get(person.eventId());
        Said own = own(pass, person);
        model.addAttribute("event", event).addAttribute("drill", event.mode() == Mode.DRILL).addAttribute("said", own)
                .addAttribute("answers", own != null && change.isEmpty() || !event.isOpen() ? List.of() : ANSWERS)
                .addAttribute("advice", event.isOpen() && own != Said.EVACUATED ? go.advice(event, person, LocaleContextHolder.getLocale()) : null)
                .addAttribute("own", person.id()).addAttribute("changes", !change.isEmpty()).addAttribute("key", UUID.randomUUID().toString());
        return "visit/event";
    }

    /**
     * What is not one of the four buttons of the page is no answer.
     *
     * @param ago seconds since it was pressed, of an answer that had to wait for a network; by the sender's clock, which may have been set meanwhile
     */
    @PostMapping
    String answer(Visit visit, @RequestParam(defaultValue = "0") int answer, @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int ago, Model model, HttpServletResponse response) {
        Pass pass = visit.as(PassKind.EVENT);
        Said said = Said.ofKey(answer);
        if (said == null || key.isBlank() || key.length() > ID_LENGTH) {
            response.setStatus(422);
            model.addAttribute("unread", true);
            return show(visit, "", model);
        }
        spoken.keep(person(pass).whom(), LocaleContextHolder.getLocale());
        try {
            give.give(person(pass), new Given(sender(pass), key, said, Voice.SELF, Given.Channel.LINK, true, pressedAt(said, ago)));
        } catch (Problem over) {
            if (over.kind().equals("answer-id-reused")) {
                // Sent once more by a telephone that did not hear the answer: it is here.
                return "redirect:/v/event";
            }
            // The page itself says that the event is over, and what to do instead.
            response.setStatus(over.status().value());
            return show(visit, "", model);
        }
        return "redirect:/v/event";
    }

    @PostMapping("/undo")
    String undo(Visit visit) {
        Pass pass = visit.as(PassKind.EVENT);
        try {
            undo.undo(person(pass), sender(pass));
        } catch (Problem nothing) {
            // Pressed twice: it is taken back already.
            return "redirect:/v/event";
        }
        return "redirect:/v/event";
    }

    private static String sender(Pass pass) {
        return Given.senderOf(Long.parseLong(pass.holder().key()));
    }

    /** A call for help is of the time in which it comes: no clock of a telephone puts it behind what was said before. @return null for now */
    private Instant pressedAt(Said said, int ago) {
        return ago > AT_ONCE && !said.isHelp() ? clock.instant().minusSeconds(ago) : null;
    }

    private Said own(Pass pass, Asked.Person person) {
        return answers.of(person.id()).stream().filter(l -> !l.undone() && l.sender().equals(sender(pass))).map(l -> l.answer().said())
                .reduce((older, newer) -> newer).orElse(null);
    }

    private Asked.Person person(Pass pass) {
        return asked.find(Long.parseLong(pass.holder().key())).orElseThrow(NoVisit::new);
    }
}

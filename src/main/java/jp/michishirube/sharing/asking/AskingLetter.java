package jp.michishirube.sharing.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.michishirube.document.PrintedNotice;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.ByHand;
import jp.michishirube.sharing.paper.Letters;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.Volunteers;
import jp.michishirube.sharing.promise.Promises;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The question as a letter with QR code, for an envelope with a window. What it tells is what the page tells: no name of a resident. */
@Component
class AskingLetter {

    private final Volunteers volunteers;
    private final Askings askings;
    private final ByHand byHand;
    private final Letters letters;
    private final Promises promises;
    private final MessageSource texts;
    private final WhoAmI who;

    AskingLetter(Volunteers volunteers, Askings askings, ByHand byHand, Letters letters, Promises promises, MessageSource texts, WhoAmI who) {
        this.volunteers = volunteers;
        this.askings = askings;
        this.byHand = byHand;
        this.letters = letters;
        this.promises = promises;
        this.texts = texts;
        this.who = who;
    }

    /** May be printed until it is said to be posted. @throws Problem {@code letter-none} (409) where none waits */
    @Transactional
    byte[] print(Asking asking) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        Volunteer v = volunteers.find(asking.volunteerId()).orElseThrow(() -> Problem.conflict("letter-none"));
        String link = link(asking);
        Locale language = v.language();
        List<PrintedNotice.Part> parts = new ArrayList<>();
        String kinds = asking.kinds().stream().map(k -> text("askings.kind." + k, language)).collect(Collectors.joining(text("letter.and", language)));
        String whom = asking.area().isEmpty() ? text("visit.volunteer.somebody", language) : text("visit.volunteer.of", language, asking.area());
        parts.add(new PrintedNotice.Part(whom, text("letter.asking.text", language, kinds)));
        parts.add(new PrintedNotice.Part(text("visit.volunteer.promise", language), promise(asking.promise(), language)));
        parts.add(new PrintedNotice.Part(text("letter.asking.how", language), text("letter.asking.how.text", language)));
        askings.event(asking.id(), "LETTER_PRINTED", null, null, null);
        return letters.withLink(new Letters.To("", asking.address(), asking.name()), mark(asking), text("visit.volunteer.title", language), parts, link, language);
    }

    /**
     * It goes into the post.
     *
     * @param pair whether a person has compared the name on the letter and the case: letters to the wrong one were leaks elsewhere
     * @throws Problem {@code letter-pair} (422); {@code letter-none} (409)
     */
    @Transactional
    void posted(Asking asking, boolean pair) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        if (!pair) {
            throw Problem.invalid("letter-pair", List.of(new FieldProblem("pair", "letter-pair")));
        }
        if (asking.passId() == null || !asking.state().isOpen() || !byHand.posted(asking.passId())) {
            throw Problem.conflict("letter-none");
        }
        askings.event(asking.id(), "LETTER_POSTED", null, null, null);
    }

    static String mark(Asking asking) {
        return "A" + asking.id();
    }

    private String link(Asking asking) {
        if (asking.passId() == null || !asking.state().isOpen()) {
            throw Problem.conflict("letter-none");
        }
        return byHand.link(asking.passId()).orElseThrow(() -> Problem.conflict("letter-none"));
    }

    private String promise(int version, Locale language) {
        return promises.text(Promises.Of.SUPPORTER, version, language).stream().map(p -> p.point() ? "・" + p.text() : p.text()).collect(Collectors.joining("\n"));
    }

    private String text(String key, Locale language, Object... args) {
        return texts.getMessage(key, args, language);
    }
}

package jp.michishirube.safety.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.safety.event.Asked;
import jp.michishirube.safety.event.Events;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the disaster app, the care circle app and others: named systems with a scope, and the city's own programs. */
@RestController
@RequestMapping("/api/v1/events/{event:\\d{1,18}}/answers")
@PreAuthorize("hasAuthority('SCOPE_safety:write')")
@Tag(name = "safety")
class AnswersApi {

    private static final int MOST = 50;
    private static final int ID_LENGTH = 64;

    private final Events events;
    private final Asked asked;
    private final GiveAnswer give;
    private final WhoAmI who;

    AnswersApi(Events events, Asked asked, GiveAnswer give, WhoAmI who) {
        this.events = events;
        this.asked = asked;
        this.give = give;
        this.who = who;
    }

    /**
     * An answer about one person, who is named by one of the two keys.
     *
     * @param id     the sender's own, up to 64 characters; sent twice it is one answer
     * @param onSite whoever says it has met the person; not for family and the person's own word; left out for no
     * @param asOf   when it was so; left out for now
     */
    record Sent(String id, String cityOsId, String caseNumber, Said said, Voice voice, Boolean onSite, Instant asOf) {

        boolean met() {
            return Boolean.TRUE.equals(onSite);
        }
    }

    record Bulk(List<Sent> answers) {}

    /** @param present what counts of the person now: a call for help may stand above what was sent */
    record Taken(String id, boolean repeated, Said present) {}

    /**
     * @param result  {@code TAKEN}, {@code REPEATED} or {@code REFUSED}
     * @param problem kind of the refusal, as problem details name it; null for none
     */
    record Result(String id, String result, Said present, String problem) {}

    record Results(List<Result> results) {}

    @PostMapping
    @Operation(summary = "Send one answer")
    ResponseEntity<Taken> one(@PathVariable long event, @RequestBody Sent sent) {
        who.handingOver(Role.REVIEWER, Role.ROSTER_MANAGER);
        GiveAnswer.Taken taken = take(event, sent);
        return ResponseEntity.status(taken.repeated() ? 200 : 201).body(new Taken(sent.id(), taken.repeated(), taken.present().said()));
    }

    @PostMapping("/bulk")
    @Operation(summary = "Send up to 50 answers; each is taken or refused by itself")
    Results bulk(@PathVariable long event, @RequestBody Bulk bulk) {
        who.handingOver(Role.REVIEWER, Role.ROSTER_MANAGER);
        if (bulk.answers() == null || bulk.answers().isEmpty() || bulk.answers().size() > MOST || bulk.answers().contains(null)) {
            throw Problem.invalid("answer-invalid", List.of(new FieldProblem("/answers", "answers-count", MOST)));
        }
        events.get(event);
        return new Results(bulk.answers().stream().map(sent -> result(event, sent)).toList());
    }

    private Result result(long event, Sent sent) {
        try {
            GiveAnswer.Taken taken = take(event, sent);
            return new Result(sent.id(), taken.repeated() ? "REPEATED" : "TAKEN", taken.present().said(), null);
        } catch (Problem problem) {
            return new Result(sent.id(), "REFUSED", null, problem.kind());
        } catch (ConcurrencyFailureException e) {
            return new Result(sent.id(), "REFUSED", null, "changed-meanwhile");
        }
    }

    private GiveAnswer.Taken take(long event, Sent sent) {
        Person me = who.me();
        check(sent, me);
        events.get(event);
        Optional<Asked.Person> person = sent.cityOsId() != null ? asked.byCityOsId(event, sent.cityOsId()) : asked.byCase(event, sent.caseNumber());
        return give.give(person.orElseThrow(() -> Problem.notFound("asked-not-found")), new Given((me.system() ? "system " : "person ") + me.id(), sent.id(),
                sent.said(), sent.voice(), Given.Channel.API, sent.met(), sent.asOf()));
    }

    private static void check(Sent sent, Person me) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (sent.id() == null || sent.id().isBlank() || sent.id().length() > ID_LENGTH) {
            wrong.add(new FieldProblem("/id", "required"));
        }
        if ((sent.cityOsId() == null) == (sent.caseNumber() == null)) {
            wrong.add(new FieldProblem("/cityOsId", "answer-one-key"));
        }
        if (sent.said() == null) {
            wrong.add(new FieldProblem("/said", "required"));
        }
        // A system never speaks as the city's staff, and nobody far away stands on site.
        if (sent.voice() == null || sent.voice() == Voice.STAFF && me.system()) {
            wrong.add(new FieldProblem("/voice", "required"));
        } else if (sent.met() && (sent.voice() == Voice.FAMILY || sent.voice() == Voice.SELF)) {
            wrong.add(new FieldProblem("/onSite", "answer-on-site"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("answer-invalid", wrong);
        }
    }
}

package jp.michishirube.sharing.asking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterAnswer;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.pool.Volunteer;
import jp.michishirube.sharing.pool.VolunteerLoads;
import jp.michishirube.sharing.pool.Volunteers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An office asks somebody of the pool to help a resident. Two offices that ask the same person at once are taken one after the other: the
 * second sees what the first has asked.
 */
@Component
class AskVolunteer {

    private final Volunteers volunteers;
    private final VolunteerLoads loads;
    private final Askings askings;
    private final MayAsk may;
    private final SendAsking send;
    private final SupporterAgreements agreements;
    private final Timeline timeline;
    private final WhoAmI who;

    AskVolunteer(Volunteers volunteers, VolunteerLoads loads, Askings askings, MayAsk may, SendAsking send, SupporterAgreements agreements, Timeline timeline, WhoAmI who) {
        this.volunteers = volunteers;
        this.loads = loads;
        this.askings = askings;
        this.may = may;
        this.send = send;
        this.agreements = agreements;
        this.timeline = timeline;
        this.who = who;
    }

    /**
     * @param call     whether a machine calls and tells the code; else a person does
     * @param replaces key of the supporter whose place they would take; null for nobody's
     */
    record Order(Way way, List<HelpKind> kinds, boolean call, String replaces) {}

    /** @return what to tell the volunteer; the code never together with the address */
    @Transactional
    IssuePass.Issued ask(CaseFile file, long volunteerId, Order order) {
        Volunteer v = askable(file, volunteerId, order.kinds());
        send.mistake(v, order).ifPresent(m -> {
            throw Problem.invalid("asking-invalid", List.of(m));
        });
        Asking asking = open(file, v, order.kinds(), order.way(), order.replaces());
        return send.send(asking, v, order);
    }

    /** Asked by word, at the door or by telephone: the answer is recorded next. */
    @Transactional
    Asking askedByWord(CaseFile file, long volunteerId, List<HelpKind> kinds, String replaces) {
        return open(file, askable(file, volunteerId, kinds), kinds, Way.LINK, replaces);
    }

    private Volunteer askable(CaseFile file, long volunteerId, List<HelpKind> kinds) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        Volunteer v = volunteers.lock(volunteerId).filter(x -> x.state() == Volunteer.State.STANDING && helpsThere(x, file)).orElseThrow(() -> Problem.notFound("volunteer-not-found"));
        if (!may.of(file)) {
            throw Problem.conflict("asking-not-now");
        }
        if (kinds.isEmpty()) {
            throw Problem.invalid("asking-invalid", List.of(new FieldProblem("kinds", "asking-kinds")));
        }
        SupporterAnswer said = agreements.answer(file.id(), VolunteerLoads.key(v));
        if (said == SupporterAnswer.AGREED || said == SupporterAnswer.ASKED) {
            throw Problem.conflict("asking-already");
        }
        if (loads.of(v) >= v.most()) {
            throw Problem.conflict("asking-full");
        }
        return v;
    }

    /** As {@link jp.michishirube.sharing.pool.SuggestVolunteers#one} shows them. */
    private static boolean helpsThere(Volunteer v, CaseFile file) {
        String area = file.resident().area();
        return area == null || area.isEmpty() || v.areas().contains(area);
    }

    private Asking open(CaseFile file, Volunteer v, List<HelpKind> kinds, Way way, String replaces) {
        Optional<Asking> added = send.promise().isEmpty() ? Optional.empty()
                : askings.add(file, v, kinds, send.promise().getAsInt(), way, replaces, send.ends());
        Asking asking = added.orElseThrow(() -> Problem.conflict(send.promise().isEmpty() ? "asking-no-promise" : "asking-already"));
        askings.event(asking.id(), "ASKED", null, null, null);
        agreements.record(file.id(), asking.supporterKey(), SupporterAnswer.ASKED, send.today(), SupporterAgreements.How.MESSAGE, null);
        timeline.append(file.id(), "volunteer-asked", Map.of("way", way.name()));
        return asking;
    }
}

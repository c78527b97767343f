package jp.michishirube.sharing.asking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An answer given by word, recorded by whoever heard it: to a question that was sent, or asked at the same time. */
@Component
class HearAnswer {

    private final AskVolunteer ask;
    private final AnswerAsking answer;
    private final Askings askings;

    HearAnswer(AskVolunteer ask, AnswerAsking answer, Askings askings) {
        this.ask = ask;
        this.answer = answer;
        this.askings = askings;
    }

    /**
     * @param answer {@code AGREED} or {@code DECLINED}
     * @param how    name of {@link SupporterAgreements.How}
     * @param reason name of {@link DeclineReason}
     * @param read   whether the promise was read to them or by them: no agreement without
     */
    record Heard(String answer, List<HelpKind> kinds, String how, String reason, boolean read, String replaces) {}

    /** @throws Problem {@code asking-invalid} (422), and as {@link AskVolunteer} and {@link AnswerAsking} say */
    @Transactional
    void heard(CaseFile file, long volunteerId, Heard heard) {
        boolean agreed = heard.answer().equals("AGREED");
        Optional<SupporterAgreements.How> how = Arrays.stream(SupporterAgreements.How.toldToPeople()).filter(h -> h.name().equals(heard.how())).findFirst();
        Optional<Asking> open = askings.ofCase(file.id()).stream().filter(a -> a.volunteerId() == volunteerId && a.state().isOpen()).findFirst();
        List<FieldProblem> wrong = new ArrayList<>();
        if (!agreed && !heard.answer().equals("DECLINED")) {
            wrong.add(new FieldProblem("answer", "asking-answer"));
        }
        if (how.isEmpty()) {
            wrong.add(new FieldProblem("how", "asking-how"));
        }
        if (agreed && !heard.read()) {
            wrong.add(new FieldProblem("read", "asking-read"));
        }
        if (open.isEmpty() && heard.kinds().isEmpty()) {
            wrong.add(new FieldProblem("kinds", "asking-kinds"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("asking-invalid", wrong);
        }
        Asking asking = open.orElseGet(() -> ask.askedByWord(file, volunteerId, heard.kinds(), heard.replaces()));
        if (agreed) {
            answer.agree(asking.id(), asking.promise(), how.get());
        } else {
            answer.decline(asking.id(), Arrays.stream(DeclineReason.values()).filter(r -> r.name().equals(heard.reason())).findFirst().orElse(DeclineReason.NOT_TOLD), how.get());
        }
    }
}

package jp.michishirube.consent.rule;

import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one question that every reader asks: may this party have these fields of this resident for this purpose now?
 *
 * <p>Computed live from the records, the municipality's policy and declared disasters. It fails closed: whatever is unknown, or a
 * store that does not answer, is a no. Whoever then gives data leaves a line with {@link Disclosures#log}.
 */
@Component
@NamedInterface("rule")
public class MayQuestion {

    private static final Logger log = LoggerFactory.getLogger(MayQuestion.class);

    private final Rules rules;
    private final StandingFacts facts;

    public MayQuestion(Rules rules, StandingFacts facts) {
        this.rules = rules;
        this.facts = facts;
    }

    /**
     * @param fields     JSON pointers into the plan ({@code /medical/allergies}), or link names ({@code cityos.name}). A supporter is
     *                   named by {@link SupporterKey} in place of the index: {@code /supporters/<key>/name}
     * @param residentId {@code casefile.Resident.id}
     * @return what may be given, never more than was asked
     */
    public Answer may(Party party, Set<String> fields, long residentId, Purpose purpose, Instant now) {
        Question question = new Question(party, fields, purpose, now);
        if (!question.isComplete()) {
            return Answer.no(Ground.UNKNOWN);
        }
        try {
            return facts.of(residentId, question).map(f -> Decision.of(rules, question, f)).orElse(Answer.no(Ground.UNKNOWN));
        } catch (DataAccessException | TransactionException e) {
            log.warn("consent records unreachable, answering no: {}", e.getClass().getSimpleName());
            return Answer.no(Ground.UNREACHABLE);
        }
    }
}

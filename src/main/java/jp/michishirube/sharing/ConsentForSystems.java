package jp.michishirube.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.Answer;
import jp.michishirube.consent.Disclosures;
import jp.michishirube.consent.MayQuestion;
import jp.michishirube.consent.Party;
import jp.michishirube.consent.Purpose;
import jp.michishirube.consent.SupporterKey;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.plan.SystemReading;
import jp.michishirube.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's other systems read plans on the consent to the making; supporters who have not agreed are not shown to them either. */
@Component
class ConsentForSystems implements SystemReading {

    private static final String SUPPORTERS = "supporters";

    private final MayQuestion consent;
    private final Disclosures disclosures;
    private final WhoAmI who;
    private final Clock clock;

    ConsentForSystems(MayQuestion consent, Disclosures disclosures, WhoAmI who, Clock clock) {
        this.consent = consent;
        this.disclosures = disclosures;
        this.who = who;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ObjectNode of(CaseFile file, ObjectNode answers) {
        Person me = who.me();
        if (!me.system()) {
            return answers;
        }
        Party party = Party.of(Party.Kind.MUNICIPALITY, me.id());
        Answer answer = consent.may(party, addresses(answers), file.resident().id(), Purpose.PLAN_MAKING, clock.instant());
        if (!answer.allowed()) {
            throw Problem.forbidden("plan-consent-missing");
        }
        disclosures.log(file.id(), party, me.name(), Purpose.PLAN_MAKING, answer, "plan");
        return narrowed(answers.deepCopy(), answer.fields());
    }

    @Override
    @Transactional
    public void whole(CaseFile file, ObjectNode answers) {
        if (!of(file, answers).equals(answers)) {
            throw Problem.forbidden("plan-consent-missing");
        }
    }

    /** Sections; supporters one by one, since each has an own answer. */
    private static Set<String> addresses(ObjectNode answers) {
        Set<String> addresses = new TreeSet<>();
        answers.fieldNames().forEachRemaining(section -> {
            if (!section.equals(SUPPORTERS)) {
                addresses.add("/" + section);
            }
        });
        answers.path(SUPPORTERS).forEach(s -> addresses.add(address(s)));
        return addresses;
    }

    private static ObjectNode narrowed(ObjectNode answers, Set<String> allowed) {
        for (Iterator<String> sections = answers.fieldNames(); sections.hasNext(); ) {
            String section = sections.next();
            if (!section.equals(SUPPORTERS) && !allowed.contains("/" + section)) {
                sections.remove();
            }
        }
        if (answers.path(SUPPORTERS) instanceof ArrayNode supporters) {
            for (int i = supporters.size() - 1; i >= 0; i--) {
                if (!allowed.contains(address(supporters.get(i)))) {
                    supporters.remove(i);
                }
            }
        }
        return answers;
    }

    private static String address(JsonNode supporter) {
        return "/" + SUPPORTERS + "/" + SupporterKey.of(supporter) + "/name";
    }
}

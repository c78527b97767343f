package jp.michishirube.consent.rule;

import java.util.Set;
import java.util.TreeSet;

/**
 * The rule itself, without any side effect: policy, question and facts in, answer out. Whatever is not clearly allowed is refused.
 *
 * <p>Grounds in their order: the person's consent; an ordinance, unless the person refused (49条の15); a declared disaster, which alone
 * goes over a refusal and only to supporting parties, as far as life and body need it. Who consented is served on that consent first;
 * the disaster is the ground of what goes beyond it alone. Before them all: of a protected resident (支援措置) nobody is told but rescue
 * bodies and those who make the plan, whatever was agreed or declared.
 */
final class Decision {

    private final Rules rules;
    private final ConsentPolicy policy;
    private final Question q;
    private final Facts facts;

    private Decision(Rules rules, Question question, Facts facts) {
        this.rules = rules;
        this.policy = rules.policy();
        this.q = question;
        this.facts = facts;
    }

    static Answer of(Rules rules, Question question, Facts facts) {
        return question.isComplete() ? new Decision(rules, question, facts).answer() : Answer.no(Ground.UNKNOWN);
    }

    private Answer answer() {
        if (facts.guardedBy() != null && !mayKnowTheProtected()) {
            return Answer.no(Ground.WITHHELD);
        }
        Answer ordinary = ordinary();
        if (facts.declaration() == null || !q.purpose().gives() || !q.party().kind().isSupportingParty()) {
            return ordinary;
        }
        Answer emergency = emergency();
        if (!ordinary.allowed()) {
            return emergency.allowed() ? emergency : ordinary;
        }
        Set<String> beyond = new TreeSet<>(emergency.fields());
        beyond.removeAll(ordinary.fields());
        Set<String> all = new TreeSet<>(ordinary.fields());
        all.addAll(beyond);
        return new Answer(true, all, ordinary.ground(), ordinary.recordId(), new Answer.Beyond(beyond, facts.declaration()));
    }

    /** Rescue bodies, and those who make the plan: the office in charge and the city's own staff; a system of the city is neither. */
    private boolean mayKnowTheProtected() {
        return switch (q.party().kind()) {
            case OFFICE -> !facts.guardedBy().isEmpty() && facts.guardedBy().equals(q.party().key());
            case MUNICIPALITY -> q.party().key() == null;
            default -> q.party().kind().isRescueBody();
        };
    }

    private Answer ordinary() {
        Standing standing = facts.standing();
        if (standing != null && rules.lets(standing, q.now())) {
            return standing.recipients().contains(q.party().kind())
                    ? narrowed(Items.covered(standing.items(), q.fields()), Ground.CONSENT, standing.recordId(), true)
                    : Answer.no(Ground.OUTSIDE_SCOPE);
        }
        if (standing != null && standing.isRefusal()) {
            return Answer.no(standing.state() == EventType.REFUSED ? Ground.REFUSED : Ground.WITHDRAWN);
        }
        if (policy.ordinanceLets(q.purpose(), q.party().kind())) {
            return narrowed(q.fields(), Ground.ORDINANCE, null, !policy.ordinance().waivesSupporters());
        }
        return Answer.no(standing == null ? Ground.NOT_ASKED : standing.hasExpired(q.now()) ? Ground.EXPIRED
                : standing.allows(q.now()) ? Ground.RENEWAL_NEEDED : Ground.NOT_ASKED);
    }

    private Answer emergency() {
        Set<String> needed = policy.disasterItems().isEmpty() ? q.fields() : Items.covered(policy.disasterItems(), q.fields());
        return narrowed(needed, Ground.DECLARED_DISASTER, facts.declaration(), false);
    }

    /** Takes out what the named supporters have not agreed to (49条の15: 本人及び避難支援等実施者の同意). */
    private Answer narrowed(Set<String> fields, Ground ground, Long recordId, boolean supportersMustAgree) {
        if (fields.isEmpty()) {
            return Answer.no(Ground.OUTSIDE_SCOPE);
        }
        if (q.party().kind() == Party.Kind.SUPPORTER && !agrees(q.party().key(), supportersMustAgree)) {
            return Answer.no(refuses(q.party().key()) ? Ground.SUPPORTER_REFUSED : Ground.SUPPORTER_PENDING);
        }
        Set<String> shown = new TreeSet<>();
        for (String field : fields) {
            boolean hidden = Items.namesSupporters(field)
                    && !Items.supporterKey(field).map(key -> agrees(key, supportersMustAgree)).orElse(false);
            if (!hidden) {
                shown.add(field);
            }
        }
        return shown.isEmpty() ? Answer.no(Ground.SUPPORTER_PENDING) : Answer.yes(shown, ground, recordId);
    }

    private boolean agrees(String key, boolean mustAgree) {
        return mustAgree ? facts.answerOf(key).filter(a -> a == SupporterAnswer.AGREED).isPresent() : !refuses(key);
    }

    private boolean refuses(String key) {
        return facts.answerOf(key).filter(a -> a == SupporterAnswer.REFUSED).isPresent();
    }
}

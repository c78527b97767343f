package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.michishirube.casefile.Resident;
import jp.michishirube.municipality.DateWords;
import jp.michishirube.plan.form.Holder;

/** What the roster says of a resident, named as forms link it. Its use for the plan rests on law (災害対策基本法49条の10, 49条の14), not on consent. */
final class RosterFacts {

    private RosterFacts() {}

    static ObjectNode of(Resident r) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        put(facts, "name", r.name());
        put(facts, "kana", r.kana());
        put(facts, "birthDate", r.birthDate() == null ? null : r.birthDate().toString());
        put(facts, "birthKnown", DateWords.partly(r.birthKnown(), false));
        put(facts, "sex", "男".equals(r.sex()) ? "male" : "女".equals(r.sex()) ? "female" : null);
        put(facts, "postalCode", r.postalCode());
        put(facts, "address", r.address());
        put(facts, "phone", r.phone());
        put(facts, "area", r.area());
        return facts;
    }

    private static void put(ObjectNode facts, String name, String value) {
        if (value != null && !value.isBlank()) {
            facts.put(Holder.ROSTER.prefix() + "." + name, value);
        }
    }
}

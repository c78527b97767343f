package jp.michishirube.plan.form;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a question is to the rest of the house, said in the form by {@code x-is}. Keys and wordings are the municipality's own; what
 * other rooms must find, they find by its role. The word before a dot is the role of the group that the column belongs to, or of
 * nothing more than a subject ({@code resident}); the word behind it is also the name that holders' facts have for the column.
 */
public enum Role {
    RESIDENT_NAME("resident.name"), RESIDENT_BIRTH_DATE("resident.birthDate"),
    /** What is known of a birth date whose day is not: stands in for it. */
    RESIDENT_BIRTH_KNOWN("resident.birthKnown"), RESIDENT_AGE("resident.age"), RESIDENT_ADDRESS("resident.address"),
    RESIDENT_PHONE("resident.phone"), RESIDENT_COMMISSIONER("resident.commissioner"),
    /** Where the person is asked by mail whether they are safe; without it, on paper. */
    RESIDENT_MAIL("resident.email"),
    /** With whom the person lives, as far as a neighbourhood association needs it. */
    RESIDENT_HOUSEHOLD("resident.household"),
    /** On which floor the person lives: with the depth of water at the home it says whether to flee. Without it, as on the ground. */
    RESIDENT_FLOOR("resident.floor"),
    /** 避難支援等実施者 (災害対策基本法49条の14, 49条の15): each must agree before the plan is given away. */
    SUPPORTERS("supporters"), SUPPORTER_PARTY("supporters.party"), SUPPORTER_NAME("supporters.name"), SUPPORTER_RELATION("supporters.relation"),
    SUPPORTER_ADDRESS("supporters.address"), SUPPORTER_PHONE("supporters.phone"), SUPPORTER_MINUTES("supporters.minutes"),
    /** A choice of {@code agreed}, {@code asked} and {@code notAsked}. */
    SUPPORTER_AGREEMENT("supporters.agreement"),
    CONTACTS("contacts"), CONTACT_NAME("contacts.name"), CONTACT_RELATION("contacts.relation"), CONTACT_ADDRESS("contacts.address"),
    CONTACT_PHONE("contacts.phone"),
    FAMILY("family"), FAMILY_NAME("family.name"), FAMILY_RELATION("family.relation"),
    MEDICATION("medication"), MEDICATION_NAME("medication.name"), MEDICATION_DOSE("medication.dose"), MEDICATION_USAGE("medication.usage"),
    MEDICATION_DAY("medication.dispensedOn"),
    /** 避難先: a fixed row for each hazard of the municipality's policy. */
    PLACES("places"), PLACE_SITE("places.site"), PLACE_SHELTER("places.shelter"), PLACE_OTHER("places.other"),
    MOVEMENT("movement"), ROUTE_MINUTES("route.minutes"), ROUTE_DISTANCE("route.distance"),
    /** What a helper acts on: when to leave, in which order to call, how to go, what to mind. */
    START_WHEN("start.when"), START_OTHER("start.other"), START_ORDER("start.order"), ROUTE_MEANS("route.means"), ROUTE_AVOID("route.avoid"),
    NEEDS("needs.items"), NEEDS_OTHER("needs.other"), NEEDS_PEOPLE("needs.people"), NEEDS_TOOLS("needs.tools"),
    MADE_ON("making.on"), MADE_BY("making.by"), NEXT_REVIEW("making.reviewOn"),
    /** The person's own yes or no to giving the plan to that party, where a form asks it beside the consents. A no is honoured. */
    CONSENT_SUPPORTER("consent.supporter"), CONSENT_NEIGHBOURHOOD("consent.neighbourhood"), CONSENT_COMMISSIONER("consent.welfareCommissioner"),
    CONSENT_FIRE("consent.fireService"), CONSENT_POLICE("consent.police"), CONSENT_COUNCIL("consent.socialWelfareCouncil"),
    CONSENT_CARE_CIRCLE("consent.careCircle"),
    /** Of a section: the city fills it, not the office (市記入欄). */
    FILLED_BY_CITY("city");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As {@code x-is} writes it. */
    public String word() {
        return word;
    }

    /** The role of the group that a column with this role stands in; empty for questions outside groups, and for groups. */
    public Optional<Role> group() {
        String[] words = word.split("\\.");
        return words.length == 1 ? Optional.empty() : of(words[0]);
    }

    /** The last word: what holders' facts call a column with this role. */
    public String fact() {
        String[] words = word.split("\\.");
        return words[words.length - 1];
    }

    public boolean isConsent() {
        return word.startsWith("consent.");
    }

    /** Of a repeated group. */
    public boolean isGroup() {
        return Arrays.stream(values()).anyMatch(r -> r != this && r.word.startsWith(word + "."));
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
    }
}

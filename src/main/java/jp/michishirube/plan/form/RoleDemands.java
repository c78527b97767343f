package jp.michishirube.plan.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.japanese.PersonName;

/** Whether a form says of its questions what the municipality's policies must find: a rule whose question nobody finds is off in silence. */
public final class RoleDemands {

    private static final Set<FieldKind> TEXTS = EnumSet.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.KANA, FieldKind.PHONE, FieldKind.ADDRESS);
    private static final Set<FieldKind> ANSWERS = EnumSet.of(FieldKind.YES_NO, FieldKind.CHOICE, FieldKind.CHOICES);
    private static final String CONSENT = "同意";

    /**
     * What of the policies a form must serve.
     *
     * @param supportersAgree each supporter must agree before the plan is given away (災害対策基本法49条の15): no ordinance waives it
     * @param readers         plans are read on our pages, as a list with name, address and telephone
     * @param hazards         places are planned for each hazard
     */
    public record Policies(boolean supportersAgree, boolean readers, boolean hazards) {}

    private final PlanForm form;
    private final List<FormReader.Mistake> mistakes = new ArrayList<>();

    private RoleDemands(PlanForm form) {
        this.form = form;
    }

    /** @return one mistake for each role that is wanted and missing, or said of a question that cannot be it */
    public static List<FormReader.Mistake> mistakes(PlanForm form, Policies policies) {
        RoleDemands demands = new RoleDemands(form);
        demands.want(Role.RESIDENT_NAME, "the plan could not be told from another");
        demands.want(Role.RESIDENT_BIRTH_DATE, "the birth date would not be compared with the roster");
        demands.unknownBirth();
        demands.want(Role.SUPPORTERS, "nobody would be asked as a supporter (災害対策基本法49条の14, 49条の15)");
        demands.want(Role.SUPPORTER_NAME, "supporters would have no name");
        demands.want(Role.SUPPORTER_PHONE, "supporters could not be told apart");
        if (policies.supportersAgree()) {
            demands.want(Role.SUPPORTER_AGREEMENT, "whether supporters agreed would not be taken over (災害対策基本法49条の15)");
        }
        if (policies.readers()) {
            demands.want(Role.RESIDENT_ADDRESS, "/sharing/readers would read a list without it");
            demands.want(Role.RESIDENT_PHONE, "/sharing/readers would read a list without it");
        }
        if (policies.hazards()) {
            demands.want(Role.PLACES, "/plan/hazards would have no row to plan in");
        }
        demands.form.fields().forEach(demands::suits);
        form.sections().stream().filter(FormSection::isFilledByCity).flatMap(s -> s.fields().stream())
                .filter(f -> f.isGroup() || f.kind().isAttachment())
                .forEach(f -> demands.say(f, "the city's own section asks single questions: no rows and no files"));
        return demands.mistakes;
    }

    private void want(Role role, String why) {
        if (form.role(role).isEmpty()) {
            mistakes.add(new FormReader.Mistake("/properties", "no question has \"x-is\": \"" + role.word() + "\": " + why));
        }
    }

    /** Old registers know the year alone, or nothing: who was born so gets a plan like everybody. */
    private void unknownBirth() {
        FormField birth = form.role(Role.RESIDENT_BIRTH_DATE).orElse(null);
        if (birth == null || !birth.required()) {
            return;
        }
        Optional<FormField> known = form.role(Role.RESIDENT_BIRTH_KNOWN);
        if (known.isEmpty()) {
            say(birth, "is required, and no question has \"x-is\": \"" + Role.RESIDENT_BIRTH_KNOWN.word()
                    + "\": a person whose day of birth is unknown could have no plan");
        } else if (!known.get().pointer().equals(birth.requiredUnless())) {
            say(birth, "is required: say \"x-required-unless\": \"" + known.get().pointer() + "\", for a person whose day of birth is unknown");
        }
    }

    private void suits(FormField field) {
        if (field.role() == null) {
            if (ANSWERS.contains(field.kind()) && field.label().contains(CONSENT)) {
                say(field, "asks for a consent beside the consents themselves: say to whom by \"x-is\": \"consent.…\", or leave it to the notices");
            }
            return;
        }
        Role role = field.role();
        if (role == Role.FILLED_BY_CITY) {
            say(field, "\"" + role.word() + "\" is said of a section");
        } else if (form.role(role).filter(f -> f != field).isPresent()) {
            say(field, "\"" + role.word() + "\" is said of " + form.role(role).orElseThrow().pointer() + " too");
        } else if (role.isGroup() != field.isGroup()) {
            say(field, "\"" + role.word() + "\" is " + (role.isGroup() ? "a group" : "no group"));
        } else if (!field.isGroup() && !Optional.ofNullable(form.groupOf(field.address()).map(FormField::role).orElse(null)).equals(wantedGroup(role))) {
            say(field, wantedGroup(role).map(g -> "\"" + role.word() + "\" is a column of the group that is \"" + g.word() + "\"")
                    .orElse("\"" + role.word() + "\" does not stand in a group"));
        } else {
            kind(field, role);
        }
    }

    private static Optional<Role> wantedGroup(Role role) {
        return role.group().filter(Role::isGroup);
    }

    private void kind(FormField field, Role role) {
        switch (role) {
            case RESIDENT_BIRTH_DATE, MEDICATION_DAY, MADE_ON, NEXT_REVIEW -> kind(field, EnumSet.of(FieldKind.DATE));
            case RESIDENT_NAME -> {
                kind(field, TEXTS);
                if (field.maxLength() < PersonName.LONGEST) {
                    say(field, "a name on the roster may have " + PersonName.LONGEST + " characters: a shorter maxLength could not take it");
                }
            }
            case RESIDENT_MAIL -> kind(field, EnumSet.of(FieldKind.EMAIL));
            case RESIDENT_AGE, RESIDENT_FLOOR, SUPPORTER_MINUTES, ROUTE_MINUTES, ROUTE_DISTANCE -> kind(field, EnumSet.of(FieldKind.NUMBER));
            case PLACE_SITE, PLACE_SHELTER -> kind(field, EnumSet.of(FieldKind.PLACE));
            case RESIDENT_BIRTH_KNOWN, RESIDENT_ADDRESS, RESIDENT_PHONE, SUPPORTER_NAME, SUPPORTER_PHONE, MADE_BY ->
                    kind(field, TEXTS);
            case SUPPORTER_AGREEMENT -> choices(field, "agreed", "asked", "notAsked");
            default -> {
                if (role.isConsent() && field.kind() != FieldKind.YES_NO) {
                    choices(field, "yes", "no");
                }
            }
        }
    }

    private void kind(FormField field, Set<FieldKind> kinds) {
        if (!kinds.contains(field.kind())) {
            say(field, "\"" + field.role().word() + "\" is of the kind " + kinds.stream().map(FieldKind::word).toList());
        }
    }

    private void choices(FormField field, String... codes) {
        for (String code : codes) {
            if (field.kind() != FieldKind.CHOICE || field.choice(code).isEmpty()) {
                say(field, "\"" + field.role().word() + "\" is a choice of " + List.of(codes));
                return;
            }
        }
    }

    private void say(FormField field, String reason) {
        mistakes.add(new FormReader.Mistake(field.pointer() + " /x-is", reason));
    }
}

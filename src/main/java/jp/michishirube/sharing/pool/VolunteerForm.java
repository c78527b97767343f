package jp.michishirube.sharing.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.michishirube.japanese.PersonName;
import jp.michishirube.notification.MailAddress;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.sharing.supporter.Languages;
import jp.michishirube.sharing.telephone.Telephone;

/**
 * An entry as somebody typed it or as a row of a list says it.
 *
 * @param values single values by the name of their input
 * @param areas  町 in which they help
 * @param times  names of {@link TimeOfDay}
 */
record VolunteerForm(Map<String, String> values, List<String> areas, List<String> times) {

    private static final int LONGEST = 120;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST_AREAS = 50;
    private static final String BETWEEN = "[、,，;；\\n\\r]+";

    /** @param areas in one text, with 、 between them */
    static VolunteerForm of(Map<String, String> values, String areas, Collection<String> times) {
        List<String> all = List.of(areas.split(BETWEEN)).stream().map(VolunteerForm::trim).filter(a -> !a.isEmpty()).distinct().toList();
        return new VolunteerForm(values, all, List.copyOf(times));
    }

    static VolunteerForm of(Volunteer v) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("party", v.party().name());
        values.put("name", v.name());
        values.put("contactName", v.contactName());
        values.put("area", v.area());
        values.put("address", v.address());
        values.put("mail", v.mail() == null ? "" : v.mail());
        values.put("phone", v.phone() == null ? "" : v.phone());
        values.put("language", Languages.name(v.language()));
        values.put("most", String.valueOf(v.most()));
        values.put("source", v.source().name());
        values.put("version", String.valueOf(v.version()));
        return new VolunteerForm(values, v.areas(), v.times().stream().map(Enum::name).toList());
    }

    static VolunteerForm empty() {
        return new VolunteerForm(Map.of("party", "PERSON", "language", "ja", "most", "1", "source", "CITY"), List.of(), List.of());
    }

    public String get(String name) {
        return trim(values.getOrDefault(name, ""));
    }

    public String areasText() {
        return String.join("、", areas);
    }

    /** @param wrong told each thing that is wrong. @return empty when something is */
    Optional<Volunteer> read(Consumer<FieldProblem> wrong) {
        List<FieldProblem> all = new ArrayList<>();
        Volunteer.Party party = one(Volunteer.Party.class, "party", all);
        Volunteer.Source source = one(Volunteer.Source.class, "source", all);
        String name = text("name", LONGEST, all);
        if (name.isEmpty()) {
            all.add(new FieldProblem("name", "volunteer-name"));
        }
        String contact = text("contactName", LONGEST, all);
        for (String field : List.of("name", "contactName")) {
            if (PersonName.hidden(get(field)).isPresent()) {
                all.add(new FieldProblem(field, "name-hidden"));
            }
        }
        if (party == Volunteer.Party.ORGANISATION && contact.isEmpty()) {
            all.add(new FieldProblem("contactName", "volunteer-contact"));
        }
        Optional<Telephone> phone = Telephone.of(get("phone"));
        if (!get("phone").isEmpty() && phone.isEmpty()) {
            all.add(new FieldProblem("phone", "phone-unreadable"));
        }
        if (!get("mail").isEmpty() && MailAddress.of(get("mail")).isEmpty()) {
            all.add(new FieldProblem("mail", "mail-unreadable"));
        }
        if (phone.isEmpty() && get("phone").isEmpty() && get("mail").isEmpty()) {
            all.add(new FieldProblem("phone", "volunteer-unreachable"));
        }
        if (areas.isEmpty() || areas.size() > MOST_AREAS || areas.stream().anyMatch(a -> a.length() > LONGEST)) {
            all.add(new FieldProblem("areas", "volunteer-areas", MOST_AREAS));
        }
        Set<TimeOfDay> when = times.stream().flatMap(t -> constant(TimeOfDay.class, t).stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(TimeOfDay.class)));
        if (when.isEmpty() || when.size() < times.size()) {
            all.add(new FieldProblem("times", "volunteer-times"));
        }
        int most = get("most").matches("[1-9][0-9]?") ? Integer.parseInt(get("most")) : 0;
        if (most == 0) {
            all.add(new FieldProblem("most", "volunteer-most"));
        }
        String area = text("area", LONGEST, all);
        String address = text("address", LONGEST_ADDRESS, all);
        all.forEach(wrong);
        return all.isEmpty() ? Optional.of(new Volunteer(0, party, name, contact, area, address, null, null, get("mail").isEmpty() ? null : get("mail"),
                phone.map(Telephone::number).orElse(null), Languages.of(get("language")), areas, when, most, source, Volunteer.State.STANDING, null, version()))
                : Optional.empty();
    }

    private int version() {
        return get("version").matches("\\d{1,9}") ? Integer.parseInt(get("version")) : 0;
    }

    private String text(String name, int longest, List<FieldProblem> wrong) {
        String text = get(name);
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new FieldProblem(name, "volunteer-long", longest));
        }
        return text;
    }

    private <E extends Enum<E>> E one(Class<E> kind, String name, List<FieldProblem> wrong) {
        Optional<E> found = constant(kind, get(name));
        if (found.isEmpty()) {
            wrong.add(new FieldProblem(name, "volunteer-choice"));
        }
        return found.orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> kind, String name) {
        return EnumSet.allOf(kind).stream().filter(e -> e.name().equals(name)).findFirst();
    }

    private static String trim(String text) {
        return text.replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
    }
}

package jp.michishirube.sharing.leader;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.door.PlainTime;
import jp.michishirube.japanese.AddressSpelling;
import jp.michishirube.japanese.PersonName;
import jp.michishirube.problem.FieldProblem;
import jp.michishirube.problem.Problem;
import jp.michishirube.sharing.telephone.Telephone;

/** A leader as somebody of the city typed it. @param values by the name of their input */
record LeaderForm(Map<String, String> values) {

    private static final int LONGEST = 120;
    private static final int LONGEST_ADDRESS = 200;
    private static final int MOST = 50;
    /** 民生委員 are appointed for three years; a longer term is a typing error. */
    private static final Period LONGEST_TERM = Period.ofYears(4);
    private static final String BETWEEN = "[、,，;；\\n\\r]+";

    /** Associations elect in April: until the last day of March where nothing else is said. */
    static LeaderForm empty(LocalDate today) {
        LocalDate march = LocalDate.of(today.getYear(), 3, 31);
        return new LeaderForm(Map.of("word", "leader", "from", today.toString(), "to", (today.isAfter(march) ? march.plusYears(1) : march).toString()));
    }

    public String get(String name) {
        return values.getOrDefault(name, "").replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
    }

    private List<String> several(String name) {
        return Arrays.stream(get(name).split(BETWEEN)).map(t -> t.replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "")).filter(t -> !t.isEmpty()).distinct().toList();
    }

    /** @throws Problem {@code leader-invalid} (422) with each thing that is wrong */
    Leader read() {
        List<FieldProblem> wrong = new ArrayList<>();
        String word = get("word");
        boolean head = word.equals("group_head");
        if (!head && !word.equals("leader") && !word.equals("commissioner")) {
            wrong.add(new FieldProblem("word", "volunteer-choice"));
        }
        text("association", "leader-association", wrong);
        text("name", "leader-name", wrong);
        if (PersonName.hidden(get("name")).isPresent()) {
            wrong.add(new FieldProblem("name", "name-hidden"));
        }
        if (get("address").length() > LONGEST_ADDRESS || get("postalCode").length() > 10) {
            wrong.add(new FieldProblem("address", "volunteer-long", LONGEST_ADDRESS));
        }
        Optional<Telephone> phone = Telephone.of(get("phone"));
        if (phone.isEmpty()) {
            wrong.add(new FieldProblem("phone", "phone-unreadable"));
        }
        List<String> areas = several("areas");
        if (areas.isEmpty() || areas.size() > MOST || areas.stream().anyMatch(a -> a.length() > LONGEST)) {
            wrong.add(new FieldProblem("areas", "volunteer-areas", MOST));
        }
        List<String> blocks = head ? several("blocks") : List.of();
        if (head && (blocks.isEmpty() || blocks.size() > MOST || blocks.stream().anyMatch(b -> !isBlock(b, areas)))) {
            wrong.add(new FieldProblem("blocks", "leader-blocks"));
        }
        LocalDate from = day("from", wrong);
        LocalDate to = day("to", wrong);
        if (from != null && to != null && (to.isBefore(from) || to.isAfter(from.plus(LONGEST_TERM)))) {
            wrong.add(new FieldProblem("to", "leader-term"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("leader-invalid", wrong);
        }
        return new Leader(0, word.equals("commissioner") ? Party.Kind.WELFARE_COMMISSIONER : Party.Kind.NEIGHBOURHOOD, head ? Leader.Rank.GROUP_HEAD : Leader.Rank.LEADER,
                get("association"), get("name"), phone.orElseThrow().number(), get("postalCode"), get("address"), areas, blocks, from, to, null, null, null);
    }

    /** 町 of the association and a number behind it: a block without one would be the whole 町. */
    private static boolean isBlock(String block, List<String> areas) {
        String key = AddressSpelling.key(block);
        return block.length() <= LONGEST && areas.stream().map(AddressSpelling::key).anyMatch(a -> key.startsWith(a) && key.substring(a.length()).matches("\\d+(-\\d+)*"));
    }

    private void text(String name, String kind, List<FieldProblem> wrong) {
        String text = get(name);
        if (text.isEmpty()) {
            wrong.add(new FieldProblem(name, kind));
        } else if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new FieldProblem(name, "volunteer-long", LONGEST));
        }
    }

    private LocalDate day(String name, List<FieldProblem> wrong) {
        try {
            LocalDate day = LocalDate.parse(get(name));
            if (PlainTime.is(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        wrong.add(new FieldProblem(name, "leader-day"));
        return null;
    }
}

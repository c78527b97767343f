package jp.michishirube.sharing.pool;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.evacuation.road.WalksToHome;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the pool could help one resident: those who help in the resident's 町, the nearest along the roads and the least burdened first.
 * For a protected resident (支援措置) nobody is looked for.
 */
@Component
public class SuggestVolunteers {

    private static final int SHOWN = 20;
    /** Beyond this nobody reads the number, and counting would cost more than finding. */
    public static final int COUNTED = 500;
    /** Whoever helps somebody already counts as so many metres farther off: the nearest must not carry a whole 町. */
    private static final int METRES_PER_RESIDENT = 400;

    private final Volunteers volunteers;
    private final VolunteerLoads loads;
    private final VolunteerLines lines;
    private final WalksToHome walks;
    private final ProtectedPeople protectedPeople;
    private final WhoAmI who;

    SuggestVolunteers(Volunteers volunteers, VolunteerLoads loads, VolunteerLines lines, WalksToHome walks, ProtectedPeople protectedPeople, WhoAmI who) {
        this.volunteers = volunteers;
        this.loads = loads;
        this.lines = lines;
        this.walks = walks;
        this.protectedPeople = protectedPeople;
        this.who = who;
    }

    /**
     * What the resident needs; empty for what does not matter.
     *
     * @param times    at least one of them
     * @param language as forms name it: {@code ja}, {@code easy}, {@code en}
     */
    public record Wish(Set<TimeOfDay> times, String language) {}

    /**
     * @param metres along the roads on foot; null where no way is known
     * @param near   the own place is in the resident's 町
     * @param load   residents whom they help or are asked for now
     */
    public record Suggestion(Volunteer volunteer, Double metres, boolean near, int load) {

        public boolean hasRoom() {
            return load < volunteer.most();
        }

        /** The way to the nearest ten metres: nobody measures a walk closer. */
        public long about() {
            return Math.round(metres / 10) * 10;
        }

        private double rank() {
            return (metres != null ? metres : near ? 1_500 : 6_000) + (double) load * METRES_PER_RESIDENT;
        }
    }

    /** @param all how many fit, counted to one more than {@value #COUNTED}; the list holds the first {@value #SHOWN} of them */
    public record Suggestions(WalksToHome.Basis basis, int all, List<Suggestion> list) {}

    /**
     * One of those who help in the resident's 町; leaves a line as the list does. Numbers in addresses must not show an office the whole pool.
     *
     * @return empty for others, as for those who are none
     */
    @Transactional
    public Optional<Volunteer> one(CaseFile file, long id) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        String area = file.resident().area() == null ? "" : file.resident().area();
        Optional<Volunteer> found = volunteers.find(id).filter(v -> v.state() == Volunteer.State.STANDING).filter(v -> area.isEmpty() || v.areas().contains(area));
        found.ifPresent(v -> lines.add(VolunteerLines.What.READ, List.of(id), file.id()));
        return found;
    }

    /** Leaves a line of whom the asker was shown for which case. */
    @Transactional
    public Suggestions of(CaseFile file, Wish wish) {
        who.acting(Role.CARE_MANAGER, Role.OFFICE_LEADER);
        if (protectedPeople.areAmong(Set.of(file.id()))) {
            return new Suggestions(WalksToHome.Basis.NO_HOME, 0, List.of());
        }
        String area = file.resident().area() == null ? "" : file.resident().area();
        Volunteers.Fitting fit = new Volunteers.Fitting(area, wish.times().stream().map(Enum::name).toList(),
                switch (wish.language()) {
                    case "en" -> "en";
                    case "ja", "easy" -> "ja";
                    default -> "";
                }, Volunteers.key(file.resident().name()), volunteers.hidden());
        WalksToHome.Spot home = walks.home(file.resident()).orElse(null);
        Volunteers.Fit fitting = volunteers.fit(fit, home, WalksToHome.LOOKED_FOR, SHOWN, COUNTED + 1);
        Map<Long, Volunteer> near = fitting.near().stream().collect(Collectors.toMap(Volunteer::id, v -> v));
        WalksToHome.Walks<Long> found = walks.to(home, fitting.near().stream().collect(Collectors.toMap(Volunteer::id, v -> new WalksToHome.Spot(v.lat(), v.lon()))));
        List<Volunteer> unreached = found.metres().size() < SHOWN ? volunteers.placed(fit, found.metres().keySet(), SHOWN) : List.of();
        List<Volunteer> candidates = Stream.of(found.metres().keySet().stream().map(near::get), fitting.unplaced().stream(), unreached.stream()).flatMap(s -> s).toList();
        Map<Long, Integer> load = loads.of(candidates);
        List<Suggestion> list = candidates.stream().map(v -> new Suggestion(v, found.metres().get(v.id()), !area.isEmpty() && v.area().equals(area), load.getOrDefault(v.id(), 0)))
                .sorted(Comparator.comparing((Suggestion s) -> !s.hasRoom()).thenComparing(Suggestion::rank).thenComparing(s -> s.volunteer().id())).limit(SHOWN).toList();
        lines.add(VolunteerLines.What.SUGGESTED, list.stream().map(s -> s.volunteer().id()).toList(), file.id());
        return new Suggestions(found.basis(), fitting.all(), list);
    }
}

package jp.michishirube.safety.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.michishirube.safety.telegram.RiverForecast;

/**
 * Which 町 a river's warning is about, and how gravely. What is not known counts as more: a district that is no 町 of ours stands for everything the river
 * may reach, a telegram without cities for those named before, by the river's own level.
 */
final class OurAreas {

    private final WarningPolicy policy;
    private final String prefecture;
    private final List<String> known;
    private final Predicate<String> isTown;
    private final Set<String> unmatched = new TreeSet<>();

    /**
     * @param municipality six digits
     * @param known        町 with somebody in them; the empty word for people without one
     * @param isTown       whether a name is a 町 of ours, maybe one without anybody
     */
    OurAreas(WarningPolicy policy, String municipality, List<String> known, Predicate<String> isTown) {
        this.policy = policy;
        this.prefecture = municipality.substring(0, 2);
        this.known = known;
        this.isTown = isTown;
    }

    RiverState state(RiverState head, Course course) {
        SortedMap<String, Integer> areas = new TreeMap<>();
        Concern concern = Concern.NOT_OURS;
        for (KeptTelegram telegram : course.lastWithDoubts()) {
            Concern of = concern(telegram, course);
            concern = of.compareTo(concern) < 0 ? of : concern;
            if (of != Concern.NOT_OURS && telegram.level() != RiverForecast.LIFTED) {
                levels(telegram, course).forEach((area, level) -> areas.merge(area, level, Math::max));
            }
        }
        return new RiverState(head.mode(), head.river(), head.name(), head.level(), head.since(), head.telegram(), head.withdrawn(), head.conflict(), concern,
                List.copyOf(unmatched), areas);
    }

    private Concern concern(KeptTelegram telegram, Course course) {
        if (!telegram.reaches().isEmpty()) {
            return Concern.NAMED;
        }
        if (telegram.listsCities()) {
            return Concern.NOT_OURS;
        }
        Optional<KeptTelegram> before = before(telegram, course);
        if (before.isPresent()) {
            return before.get().reaches().isEmpty() ? Concern.NOT_OURS : Concern.NAMED;
        }
        if (policy.rivers().containsKey(telegram.river())) {
            return Concern.RIVER;
        }
        return policy.rivers().isEmpty() && telegram.prefectures().contains(prefecture) ? Concern.UNKNOWN : Concern.NOT_OURS;
    }

    private SortedMap<String, Integer> levels(KeptTelegram telegram, Course course) {
        SortedMap<String, Integer> levels = new TreeMap<>();
        for (KeptTelegram.Reach reach : telegram.reaches()) {
            areas(telegram.river(), reach.districts()).forEach(area -> levels.merge(area, reach.level(), Math::max));
        }
        if (!telegram.listsCities()) {
            before(telegram, course).map(b -> b.reaches().stream().flatMap(r -> areas(telegram.river(), r.districts()).stream()).toList())
                    .orElseGet(() -> wholeReach(telegram.river())).forEach(area -> levels.merge(area, telegram.level(), Math::max));
        }
        return levels;
    }

    /** The last issue before this one that says of which cities it speaks. */
    private static Optional<KeptTelegram> before(KeptTelegram telegram, Course course) {
        List<KeptTelegram> issues = course.issues();
        return IntStream.iterate(issues.indexOf(telegram) - 1, i -> i >= 0, i -> i - 1).mapToObj(issues::get).filter(KeptTelegram::listsCities).findFirst();
    }

    private List<String> areas(String river, List<String> districts) {
        List<String> found = new ArrayList<>();
        boolean whole = districts.isEmpty();
        for (String district : districts) {
            List<String> told = policy.districts().get(district);
            List<String> of = known.stream().filter(area -> told == null ? isOf(area, district) : told.contains(area)).toList();
            found.addAll(of);
            if (of.isEmpty() && told == null && !isTown.test(district)) {
                unmatched.add(district);
                whole = true;
            }
        }
        return whole ? wholeReach(river) : found;
    }

    /** By the settings; else the whole municipality, and with it those without a 町. */
    private List<String> wholeReach(String river) {
        WarningPolicy.River told = policy.rivers().get(river);
        List<String> of = told == null ? List.of() : known.stream().filter(told.areas()::contains).toList();
        return of.isEmpty() ? known : of;
    }

    /** 青葉町 and 青葉町一丁目 are of 青葉町. What 青葉地区 holds besides 青葉町 the settings alone can say. */
    private static boolean isOf(String area, String district) {
        return !area.isEmpty() && district.startsWith(area);
    }
}

package jp.michishirube.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.casefile.Resident;
import jp.michishirube.outside.Outside;
import jp.michishirube.outside.OutsideService;
import jp.michishirube.plan.form.Holder;
import org.springframework.stereotype.Component;

/** 都市OS: who the person is, how to reach them, with whom they live. */
@Component
class CityOsSource implements FactSource {

    /** Names of the holder and of the form that are the same. */
    private static final List<String> SAME =
            List.of("name", "kana", "birthDate", "postalCode", "address", "building", "phone", "mobile", "fax");
    static final Map<String, String> SEX = Map.of("男", "male", "女", "female", "回答しない", "none");
    private static final Map<String, String> HOUSEHOLD =
            Map.of("独居", "alone", "高齢者のみ", "elderly", "日中独居", "daytimeAlone", "同居家族あり", "family");

    private final Outside outside;
    private final Clock clock;

    CityOsSource(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public Holder holder() {
        return Holder.CITY_OS;
    }

    @Override
    public Optional<Fetched> fetch(Resident resident, Outside.Patience patience) {
        Optional<JsonNode> profile = profile(outside, resident, patience);
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        JsonNode person = profile.get();
        FactWriter facts = new FactWriter(Holder.CITY_OS);
        SAME.forEach(s -> facts.text(s, person.path(s)));
        facts.code("sex", person.path("sex"), SEX).text("email", person.path("mail"));
        outside.get(OutsideService.CITY_OS, patience, "/v1/residents/{id}/family", resident.cityOsId())
                .ifPresent(family -> family(facts, family));
        return Optional.of(Fetched.of(person, facts.facts(), clock).withHome(person.path("location")));
    }

    private static void family(FactWriter facts, JsonNode family) {
        FactWriter.require(family.path("members").isArray(), OutsideService.CITY_OS);
        facts.text("household", HOUSEHOLD.getOrDefault(FactWriter.clean(family.path("household")),
                family.path("livingAlone").asBoolean() ? "alone" : ""));
        facts.rows("family", family.path("members"), m -> m.path("livesTogether").asBoolean()
                ? FactWriter.row(m, "name", "name", "relation", "relation") : FactWriter.row(m));
    }

    /** The profile, made sure to be of the person asked for. */
    static Optional<JsonNode> profile(Outside outside, Resident resident, Outside.Patience patience) {
        Optional<JsonNode> profile = outside.get(OutsideService.CITY_OS, patience, "/v1/residents/{id}/profile", resident.cityOsId());
        profile.ifPresent(p -> FactWriter.require(
                p.path("id").asText().equals(resident.cityOsId()) && p.path("name").isTextual(), OutsideService.CITY_OS));
        return profile;
    }
}

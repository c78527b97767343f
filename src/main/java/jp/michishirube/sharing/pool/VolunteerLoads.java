package jp.michishirube.sharing.pool;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.michishirube.consent.rule.SupporterAgreements;
import jp.michishirube.consent.rule.SupporterKey;
import org.springframework.stereotype.Component;

/** How many residents somebody helps, or is asked to help, in plans that live: whoever asked them, and however the answer came. */
@Component
public class VolunteerLoads {

    private final SupporterAgreements agreements;

    VolunteerLoads(SupporterAgreements agreements) {
        this.agreements = agreements;
    }

    /** @return by id; without those who help nobody */
    Map<Long, Integer> of(Collection<Volunteer> volunteers) {
        Map<String, Integer> loads = agreements.load(volunteers.stream().map(VolunteerLoads::key).toList());
        return volunteers.stream().filter(v -> loads.containsKey(key(v))).collect(Collectors.toMap(Volunteer::id, v -> loads.get(key(v))));
    }

    public int of(Volunteer volunteer) {
        return of(List.of(volunteer)).getOrDefault(volunteer.id(), 0);
    }

    /** By what consent knows them as a supporter. */
    public static String key(Volunteer volunteer) {
        return SupporterKey.of(volunteer.name(), volunteer.phone() == null ? "" : volunteer.phone());
    }
}

package jp.michishirube.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.michishirube.municipality.Installation;
import jp.michishirube.signals.Count;
import jp.michishirube.signals.Waiting;
import jp.michishirube.signals.Watch;

/** Speaks to nobody while the installation is held. */
class HeldOutside implements Outside, Watch {

    private final ResilientOutside outside;
    private final Installation installation;

    HeldOutside(ResilientOutside outside, Installation installation) {
        this.outside = outside;
        this.installation = installation;
    }

    @Override
    public Optional<JsonNode> get(OutsideService service, Patience patience, String path, Object... variables) {
        return free(service).get(service, patience, path, variables);
    }

    @Override
    public JsonNode post(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
        return free(service).post(service, patience, body, path, variables);
    }

    @Override
    public JsonNode put(OutsideService service, Patience patience, JsonNode body, String path, Object... variables) {
        return free(service).put(service, patience, body, path, variables);
    }

    @Override
    public Optional<JsonNode> delete(OutsideService service, Patience patience, String path, Object... variables) {
        return free(service).delete(service, patience, path, variables);
    }

    /** Of this node: each finds out for itself which services do not answer. */
    @Override
    public List<Waiting> waiting() {
        return List.of(new Waiting("outside", 0, outside.resting().size(), null, Duration.ZERO, "", ""));
    }

    @Override
    public List<Count> counts() {
        Set<OutsideService> resting = outside.resting();
        return Arrays.stream(OutsideService.values())
                .map(s -> new Count("outside.resting", Map.of("service", s.name()), resting.contains(s) ? 1 : 0)).toList();
    }

    private Outside free(OutsideService service) {
        if (installation.isHeld()) {
            throw new OutsideFailure(service, OutsideFailure.Reason.HELD, null);
        }
        return outside;
    }
}

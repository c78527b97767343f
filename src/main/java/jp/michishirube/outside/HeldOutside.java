package jp.michishirube.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import jp.michishirube.municipality.Installation;

/** Speaks to nobody while the installation is held. */
class HeldOutside implements Outside {

    private final Outside outside;
    private final Installation installation;

    HeldOutside(Outside outside, Installation installation) {
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

    private Outside free(OutsideService service) {
        if (installation.isHeld()) {
            throw new OutsideFailure(service, OutsideFailure.Reason.HELD, null);
        }
        return outside;
    }
}

package jp.michishirube.outside;

import java.util.Set;

/** The services we call, each with a token of its own scope and a circuit breaker of its own: one that is down leaves the others. */
public enum OutsideService {
    /** 都市OS: profile and family of a person. */
    CITY_OS("city-os", "cityos.profile"),
    /** The municipality's secure gateway: needs-support flag and reasons. */
    GATEWAY("gateway", "gateway.needs-support"),
    /** デジタル防災: evacuation places. */
    DISASTER_APP("disaster-app", "disasterapp.places"),
    /** ケアエール, reading what the circle noted. */
    CARE_CIRCLE("care-circle", "carecircle.read"),
    /** ケアエール, giving it a plan or taking it back. */
    CARE_CIRCLE_PLANS("care-circle", "carecircle.write");

    private final String setting;
    private final Set<String> scopes;

    OutsideService(String setting, String... scopes) {
        this.setting = setting;
        this.scopes = Set.of(scopes);
    }

    /** Name below {@code michishirube.services}. */
    String setting() {
        return setting;
    }

    Set<String> scopes() {
        return scopes;
    }
}

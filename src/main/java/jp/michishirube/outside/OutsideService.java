package jp.michishirube.outside;

import java.util.Set;

/** The services we call, each with a token of its own scope and a circuit breaker of its own: one that is down leaves the others. */
public enum OutsideService {
    /** 都市OS: profile and family of a person. */
    CITY_OS("cityos", "cityos.profile"),
    /** The municipality's secure gateway: needs-support flag and reasons. */
    GATEWAY("gateway", "gateway.needs-support"),
    /** デジタル防災: evacuation places. */
    DISASTER_APP("disaster-app", "disasterapp.places"),
    /** ケアエール, reading what the circle noted. */
    CARE_CIRCLE("care-circle", "carecircle.read"),
    /** ケアエール, giving it a plan or taking it back. */
    CARE_CIRCLE_PLANS("care-circle", "carecircle.write");

    private final String path;
    private final Set<String> scopes;

    OutsideService(String path, String... scopes) {
        this.path = path;
        this.scopes = Set.of(scopes);
    }

    /** First part of the service's addresses below the common base, and its name in the settings. */
    String path() {
        return path;
    }

    Set<String> scopes() {
        return scopes;
    }
}

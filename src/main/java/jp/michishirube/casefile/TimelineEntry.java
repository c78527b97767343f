package jp.michishirube.casefile;

import java.time.Instant;
import java.util.Map;

/** @param actor name of the person or system as known when it happened */
public record TimelineEntry(long id, Instant at, String actorId, String actor, String kind, Map<String, String> details) {}

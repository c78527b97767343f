package jp.michishirube.evacuation.hazard;

/** Where a resident lives and how that is known. */
public record Home(Position position, HomeOrigin origin) {}

package jp.michishirube.evacuation;

/** Where a resident lives and how that is known. */
public record Home(Position position, HomeOrigin origin) {}

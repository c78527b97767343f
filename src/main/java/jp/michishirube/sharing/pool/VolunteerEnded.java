package jp.michishirube.sharing.pool;

/** Somebody is in the pool no more. Published within the transaction. */
public record VolunteerEnded(long volunteerId) {}

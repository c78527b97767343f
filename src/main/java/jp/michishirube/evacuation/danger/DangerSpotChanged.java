package jp.michishirube.evacuation.danger;

/** A danger spot began to count or stopped counting. Published in the transaction of the act. */
public record DangerSpotChanged(long spotId, boolean counts) {}

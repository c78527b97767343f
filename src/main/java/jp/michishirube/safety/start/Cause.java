package jp.michishirube.safety.start;

/**
 * What proposes or begins an event.
 *
 * @param telegram of the weather office; null for a signal of another system
 * @param signal   of another system; null for a telegram
 * @param words    for the event's ground
 */
record Cause(Long telegram, Long signal, String words) {}

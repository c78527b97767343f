package jp.michishirube.signals;

import java.util.Map;

/**
 * @param name   after {@code michishirube.}, such as {@code deliveries}
 * @param labels the same keys for each of a name; kinds, states and ways, never who or which
 */
public record Count(String name, Map<String, String> labels, double value) {}

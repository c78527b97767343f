package jp.michishirube.evacuation.hazard;

import org.locationtech.jts.geom.Polygon;

/**
 * One area of the municipality's hazard map.
 *
 * @param level how grave: for floods the national depth class 1 (below 0.5 m) to 6 (20 m and more); for landslides 1 警戒区域 (yellow),
 *              2 特別警戒区域 (red); 1 for kinds without classes
 * @param label as the map calls the class
 * @param shape degrees, longitude first
 */
public record HazardArea(long id, HazardKind hazard, int level, String label, String source, Polygon shape) {}

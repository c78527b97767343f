package jp.michishirube.evacuation.hazard;

/**
 * A point on the ground, JGD2011 or WGS84 (they agree to less than a metre here).
 *
 * @param lat degrees north, −90 to 90
 * @param lon degrees east, −180 to 180
 */
public record Position(double lat, double lon) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Position {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("not a position");
        }
    }

    /** Length of the straight line over the ground, in metres. */
    public double metresTo(Position other) {
        double dLat = Math.toRadians(other.lat - lat);
        double dLon = Math.toRadians(other.lon - lon);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(a));
    }

    /** Roughly within Japan with its outer islands: a first sieve for swapped or foreign coordinates. */
    public boolean isInJapan() {
        return lat >= 20 && lat <= 46 && lon >= 122 && lon <= 154.1;
    }

    /** Latitude and longitude in each other's place, the commonest mistake of hand-made files. */
    public static boolean looksSwapped(double lat, double lon) {
        return lat >= 122 && lat <= 154.1 && lon >= 20 && lon <= 46;
    }
}

package jp.michishirube.tiles;

/**
 * One square of a map in web mercator, as map servers number them.
 *
 * @param z zoom; 0 is the world in one square
 * @param x from the west
 * @param y from the north
 */
record Tile(int z, int x, int y) {

    static Tile at(double lat, double lon, int z) {
        int side = 1 << z;
        double r = Math.toRadians(Math.max(-85.05, Math.min(85.05, lat)));
        int x = (int) Math.floor((lon + 180) / 360 * side);
        int y = (int) Math.floor((1 - Math.log(Math.tan(r) + 1 / Math.cos(r)) / Math.PI) / 2 * side);
        return new Tile(z, Math.max(0, Math.min(side - 1, x)), Math.max(0, Math.min(side - 1, y)));
    }
}

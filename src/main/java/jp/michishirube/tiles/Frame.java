package jp.michishirube.tiles;

import java.util.ArrayList;
import java.util.List;

/**
 * The ground of a municipality in degrees, and the squares that cover it. What is fetched is this whole frame, in this order, whoever
 * looks at what: the map server learns which municipality it is and nothing more.
 */
record Frame(double south, double west, double north, double east) {

    /** From where a municipality is one or two squares. */
    static final int SHALLOWEST = 9;

    /** @return how many squares there are down to that zoom */
    long countDownTo(int deepest) {
        long all = 0;
        for (int z = SHALLOWEST; z <= deepest; z++) {
            Tile first = Tile.at(north, west, z);
            Tile last = Tile.at(south, east, z);
            all += (last.x() - first.x() + 1L) * (last.y() - first.y() + 1L);
        }
        return all;
    }

    /** The deepest zoom, up to the one wished for, whose squares do not exceed {@code most}. */
    int deepest(int wished, long most) {
        int z = wished;
        while (z > SHALLOWEST && countDownTo(z) > most) {
            z--;
        }
        return z;
    }

    boolean contains(Tile tile) {
        Tile first = Tile.at(north, west, tile.z());
        Tile last = Tile.at(south, east, tile.z());
        return tile.x() >= first.x() && tile.x() <= last.x() && tile.y() >= first.y() && tile.y() <= last.y();
    }

    /** Row by row, the whole municipality at a coarse zoom first. */
    List<Tile> all(int deepest) {
        List<Tile> tiles = new ArrayList<>();
        for (int z = SHALLOWEST; z <= deepest; z++) {
            Tile first = Tile.at(north, west, z);
            Tile last = Tile.at(south, east, z);
            for (int y = first.y(); y <= last.y(); y++) {
                for (int x = first.x(); x <= last.x(); x++) {
                    tiles.add(new Tile(z, x, y));
                }
            }
        }
        return tiles;
    }
}

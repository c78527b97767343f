package jp.michishirube.evacuation.hazard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the coordinates of a geometry as they come: a ring is one row of numbers. Objects for its points are made only for the areas that lie in
 * the municipality, a small part of what a file holds.
 */
final class Positions {

    /** In place of what is no position, or positions and lists side by side. */
    private static final Object NONE = new Object();

    private double[] ring = new double[512];

    /**
     * @param parser at the beginning of an array; left at its end
     * @return the positions of a ring (x, y, x, y …; heights are left out), a list of what stands inside, or what is neither
     */
    Object read(JsonParser parser) throws IOException {
        return inside(parser, parser.nextToken());
    }

    private Object inside(JsonParser parser, JsonToken first) throws IOException {
        List<Object> lists = new ArrayList<>();
        int used = 0;
        boolean sound = true;
        JsonToken token = first;
        for (; token == JsonToken.START_ARRAY; token = parser.nextToken()) {
            JsonToken inner = parser.nextToken();
            if (!inner.isNumeric()) {
                lists.add(inside(parser, inner));
            } else if (point(parser, used)) {
                used += 2;
            } else {
                sound = false;
            }
        }
        if (token != JsonToken.END_ARRAY) {
            skipTo(parser);
            return NONE;
        }
        if (used == 0 && sound) {
            return lists;
        }
        return sound && lists.isEmpty() ? Arrays.copyOf(ring, used) : NONE;
    }

    private boolean point(JsonParser parser, int at) throws IOException {
        double x = Degrees.at(parser);
        if (!parser.nextToken().isNumeric()) {
            skipTo(parser);
            return false;
        }
        if (at + 2 > ring.length) {
            ring = Arrays.copyOf(ring, 2 * ring.length);
        }
        ring[at] = x;
        ring[at + 1] = Degrees.at(parser);
        parser.nextToken();
        skipTo(parser);
        return true;
    }

    private static void skipTo(JsonParser parser) throws IOException {
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }
}

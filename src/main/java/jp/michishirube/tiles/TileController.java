package jp.michishirube.tiles;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The squares for the pages' maps, from what is kept: a page's view never asks outside. */
@RestController
class TileController {

    /** One transparent pixel, for a square that is not there (yet). */
    private static final byte[] EMPTY = empty();

    private final TileStore store;

    TileController(TileStore store) {
        this.store = store;
    }

    @GetMapping("/map/tiles/{z:\\d{1,2}}/{x:\\d{1,7}}/{y:\\d{1,7}}.png")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<byte[]> tile(@PathVariable int z, @PathVariable int x, @PathVariable int y) {
        Optional<Picture> found = store.find(new Tile(z, x, y));
        Duration keep = found.isPresent() ? Duration.ofDays(1) : Duration.ofMinutes(10);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.map(Picture::mediaType).orElse("image/png")))
                .cacheControl(CacheControl.maxAge(keep).cachePrivate()).body(found.map(Picture::content).orElse(EMPTY));
    }

    private static byte[] empty() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}

package jp.michishirube.evacuation.route;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseAccess;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.front.FrontPanel;
import jp.michishirube.problem.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The saved ways of a plan in force on the front page of its case, as a picture that needs no script. */
@Controller
@Order(20)
class FrontOfWay implements FrontPanel {

    /** Pixels; twice what the page shows at its widest, for screens with fine pixels. */
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final int SCALE = 2;

    private final CaseAccess access;
    private final Routes routes;
    private final RouteMaps maps;

    FrontOfWay(CaseAccess access, Routes routes, RouteMaps maps) {
        this.access = access;
        this.routes = routes;
        this.maps = maps;
    }

    record Front(CaseFile file, List<SavedRoute> routes) {}

    @Override
    public Optional<Shown> of(CaseFile file, Locale locale) {
        return file.state().isInForce() ? Optional.of(new Shown("evacuation/front", new Front(file, routes.of(file.id())))) : Optional.empty();
    }

    @GetMapping("/cases/{number}/route/map.png")
    @PreAuthorize("hasAnyRole('CARE_MANAGER','OFFICE_LEADER','REVIEWER','ROSTER_MANAGER','WELFARE_COMMISSIONER')")
    ResponseEntity<byte[]> picture(@PathVariable CaseNumber number) throws IOException {
        CaseFile file = access.open(number, "route-map");
        List<SavedRoute> saved = routes.of(file.id());
        if (saved.isEmpty()) {
            throw Problem.notFound("place-not-found");
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(SCALE, SCALE);
        maps.drawing(saved).draw(g, (double) WIDTH / SCALE, (double) HEIGHT / SCALE);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).header("Cache-Control", "no-store").body(png.toByteArray());
    }
}

package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way to safety in the browser: found, changed by a danger spot that the city posts on the map, saved and printed anew; by keyboard too. */
@ProductTest
@ExtendWith(Chromium.class)
class RouteJourneyTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Loop loop;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDangerSpotPostedOnTheMapChangesTheWayAndThePrint() throws Exception {
        CaseFile caseFile = handedInBy("みちしるべ市川端町四丁目5番5号");
        String route = "/cases/" + caseFile.number() + "/route";
        try (Desk carer = new Desk("http://localhost:" + port, 820, 1180).signIn("aoba2");
                Desk city = new Desk("http://localhost:" + port, 1280, 900).signIn("review1")) {
            carer.go(route).sees("自宅は、次の区域の中にあります", "浸水想定区域", "道順を読む");
            carer.page.waitForTimeout(1500);
            carer.check("route");
            String before = summaries(carer).get(0);

            city.go(route);
            city.page.locator(".way summary").first().click();
            city.page.waitForTimeout(1500);
            city.check("route-city");
            String map = city.page.locator("#map").getAttribute("data-map");
            double[] middle = middle(map);
            carer.press("この経路を保存する").sees("経路を保存しました", "保存した経路");
            BufferedImage firstMap = print(carer, caseFile, "route-print-before");
            city.go("/dangers");
            city.page.locator("summary:has-text('地図を使わずに決める')").click();
            city.page.locator("#lat").fill(String.valueOf(middle[0]));
            city.page.locator("#lon").fill(String.valueOf(middle[1]));
            city.page.locator("#kind").selectOption("CLOSED");
            city.page.locator("#radius").fill("60");
            city.page.locator("#note").fill("陥没のため通れません");
            city.check("dangers");
            city.press("知らせる").sees("公開しました", "陥没のため");
            city.page.waitForTimeout(800);
            city.check("danger");

            carer.go("/cases/" + caseFile.number() + "/way-check").sees("避難経路が", "通れない").check("way-check-danger");
            carer.follow("経路を見て直す").follow("経路を調べ直す");
            assertThat(middleDistance(carer, middle)).as("the first way keeps out of the spot").isGreaterThan(40);
            assertThat(before).contains("まで");
            carer.press("この経路を保存する").sees("経路を保存しました", "保存した経路");
            assertThat(middleDistance(carer, middle)).as("so does the saved one").isGreaterThan(40);
            carer.page.waitForTimeout(1500);
            carer.check("route-saved");
            assertThat(differing(firstMap, print(carer, caseFile, "route-print-after"))).as("points of the printed map").isGreaterThan(2000);
            carer.go("/cases/" + caseFile.number() + "/way-check").fill("どうしましたか", "新しい経路を印刷して渡した").press("見直しを終える");
            carer.go("/cases/" + caseFile.number() + "/way-check").sees("新しい経路を印刷して渡した").go(route);

            carer.follow("経路を調べ直す").sees("つかんで動かす");
            carer.page.waitForTimeout(1500);
            drag(carer);
            carer.page.waitForURL(url -> url.contains("via="));
            carer.sees("通る場所を消す");
            assertThat(carer.page.locator("#route-form input[name=via]").count()).isEqualTo(1);

            carer.press("線を手で描く");
            carer.page.keyboard().press("ArrowUp");
            carer.page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(carer.page.locator("[data-act=undo]")).isVisible();
            city.go("/places").check("places");
            city.go("/places?hazard=FLOOD&q=青葉").check("places-filtered");
            city.go("/places/imports").check("place-imports");
            city.page.locator("input[type=file]").setInputFiles(Path.of("forms/990019/places.csv"));
            city.press("内容を確かめる").check("place-import");
            city.go("/hazards");
            city.page.waitForTimeout(1500);
            city.check("hazards");
            city.go("/dangers").follow("通れない");
            city.press("取り下げる").sees("取り下げました");
        }
    }

    private CaseFile handedInBy(String address) {
        CaseFile file = loop.atReview();
        jdbc.sql("update casefile.resident set address = ? where id = ?").params(address, file.resident().id()).update();
        return file;
    }

    /** The page of the plan that carries the map; the file stays beside the pictures. */
    private static BufferedImage print(Desk desk, CaseFile file, String name) throws IOException {
        byte[] pdf = desk.page.request().get(desk.page.url().replaceFirst("/cases/.*", "/cases/" + file.number() + "/plan.pdf")).body();
        Pictures.paper(pdf, name);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 72);
        }
    }

    private static long differing(BufferedImage a, BufferedImage b) {
        return IntStream.range(0, a.getWidth() * a.getHeight())
                .filter(i -> a.getRGB(i % a.getWidth(), i / a.getWidth()) != b.getRGB(i % a.getWidth(), i / a.getWidth())).count();
    }

    /** Pulls the middle of the first way aside; the pins of home and place say where on the screen the ground is. */
    private static void drag(Desk desk) throws com.fasterxml.jackson.core.JsonProcessingException {
        desk.page.locator("#map").scrollIntoViewIfNeeded();
        String map = desk.page.locator("#map").getAttribute("data-map");
        var data = new com.fasterxml.jackson.databind.ObjectMapper().readTree(map);
        double[] home = centre(desk, ".pin.home");
        double[] place = centre(desk, ".pin.place");
        double[] middle = middle(map);
        double x = home[0] + (middle[1] - data.at("/home/lon").asDouble()) / (data.at("/place/lon").asDouble() - data.at("/home/lon").asDouble()) * (place[0] - home[0]);
        double y = home[1] + (middle[0] - data.at("/home/lat").asDouble()) / (data.at("/place/lat").asDouble() - data.at("/home/lat").asDouble()) * (place[1] - home[1]);
        desk.page.mouse().move(x, y);
        desk.page.mouse().down();
        desk.page.mouse().move(x + 40, y + 25, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        desk.page.mouse().up();
    }

    private static double[] centre(Desk desk, String pin) {
        var box = desk.page.locator("#map " + pin).first().boundingBox();
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }

    private static List<String> summaries(Desk desk) {
        return desk.page.locator(".way strong").allInnerTexts();
    }

    private static double[] middle(String map) {
        List<double[]> line = line(map);
        return line.get(line.size() / 2);
    }

    private static List<double[]> line(String map) {
        try {
            var way = new com.fasterxml.jackson.databind.ObjectMapper().readTree(map).path("ways").path(0).path("line");
            List<double[]> line = new java.util.ArrayList<>();
            way.forEach(p -> line.add(new double[] {p.get(0).asDouble(), p.get(1).asDouble()}));
            return line;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double middleDistance(Desk desk, double[] spot) {
        return line(desk.page.locator("#map").getAttribute("data-map")).stream()
                .mapToDouble(p -> Math.hypot((p[0] - spot[0]) * 111_195, (p[1] - spot[1]) * 88_200)).min().orElseThrow();
    }
}

package jp.michishirube.tiles;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The outside map server learns the municipality's frame and nothing of who looks at what. */
@ProductTest
class TilesTest {

    private static WireMockServer outside;

    @Autowired private MockMvc mvc;
    @Autowired private TileStore store;
    @Autowired private FrameOfMunicipality municipality;
    @Autowired private Clock clock;

    @BeforeAll
    static void start() {
        outside = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        outside.start();
    }

    @AfterAll
    static void stop() {
        outside.stop();
    }

    @BeforeEach
    void answers() throws IOException {
        outside.resetAll();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB), "png", png);
        outside.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Type", "image/png").withBody(png.toByteArray())));
    }

    private Background background(int deepest, long most) {
        return new Background(new MapServer(outside.baseUrl() + "/{z}/{x}/{y}.png"), municipality, "国土地理院", deepest, most);
    }

    private FetchFrame fetch(int deepest, int perRun) {
        return new FetchFrame(new MapServer(outside.baseUrl() + "/{z}/{x}/{y}.png"), background(deepest, 20_000), store, clock, perRun, Duration.ZERO);
    }

    /** What a script or a text of somebody else could put into a page stays within our own server too. */
    @Test
    void thePolicyOfAPageLetsItLoadFromNobodyElse() throws Exception {
        String policy = mvc.perform(get("/inbox").with(As.aoba1())).andReturn().getResponse().getHeader("Content-Security-Policy");
        assertThat(policy.split("; ")).contains("default-src 'self'", "img-src 'self' data: blob:", "style-src 'self'", "script-src 'self'");
        assertThat(policy.replaceAll("form-action [^;]*", "")).doesNotContain("http", "*", "unsafe");
    }

    @Test
    void theWholeFrameIsFetchedOnceInOneOrderAndServedFromHere() throws Exception {
        Frame frame = municipality.frame().orElseThrow();
        assertThat(fetch(12, 5).run()).isEqualTo(5);
        fetch(12, 10_000).run();
        assertThat(fetch(12, 10_000).run()).isZero();
        List<String> asked = outside.getAllServeEvents().stream().map(e -> e.getRequest().getUrl()).toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(
                frame.all(12).stream().map(t -> "/" + t.z() + "/" + t.x() + "/" + t.y() + ".png").collect(Collectors.toList()));

        Tile home = Tile.at(37.5, 139.93, 12);
        int before = outside.getAllServeEvents().size();
        MockHttpServletResponse tile = mvc.perform(get("/map/tiles/{z}/{x}/{y}.png", 12, home.x(), home.y()).with(As.aoba1())).andReturn().getResponse();
        assertThat(tile.getStatus()).isEqualTo(200);
        assertThat(tile.getContentType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(tile.getContentAsByteArray())).getWidth()).isEqualTo(256);
        MockHttpServletResponse elsewhere = mvc.perform(get("/map/tiles/17/1/1.png").with(As.aoba1())).andReturn().getResponse();
        assertThat(ImageIO.read(new ByteArrayInputStream(elsewhere.getContentAsByteArray())).getWidth()).isEqualTo(1);
        assertThat(outside.getAllServeEvents()).as("a view asks nobody outside").hasSize(before);
        assertThat(mvc.perform(get("/map/tiles/12/1/1.png")).andReturn().getResponse().getStatus()).isEqualTo(302);
    }

    @Test
    void aServerThatIsAwayOrAnswersNonsenseLeavesTheMapEmpty() throws Exception {
        outside.stubFor(any(urlPathMatching("/9/.*")).willReturn(aResponse().withBody("<html>not here</html>")));
        outside.stubFor(any(urlPathMatching("/10/.*")).willReturn(aResponse().withStatus(404)));
        outside.stubFor(any(urlPathMatching("/11/.*")).willReturn(aResponse().withStatus(302).withHeader("Location", outside.baseUrl() + "/12/1/1.png")));
        MapServer server = new MapServer(outside.baseUrl() + "/{z}/{x}/{y}.png");
        for (int z = 9; z <= 11; z++) {
            assertThat(server.fetch(new Tile(z, 1, 1))).as("zoom %d", z).isEmpty();
        }
        outside.verify(0, anyRequestedFor(urlPathMatching("/12/.*")));
        outside.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> server.fetch(new Tile(9, 1, 1))).isInstanceOf(IOException.class);
    }

    @Test
    void withoutAServerNothingIsFetched() throws Exception {
        Background none = new Background(new MapServer(" "), municipality, "", 16, 20_000);
        assertThat(none.deepest()).isZero();
        assertThat(new FetchFrame(new MapServer(""), none, store, clock, 10, Duration.ZERO).run()).isZero();
    }

    @Test
    void aLargeMunicipalityIsKeptLessDeep() throws IOException {
        Frame city = municipality.frame().orElseThrow();
        assertThat(background(16, 20_000).deepest()).isEqualTo(16);
        assertThat(city.countDownTo(city.deepest(16, 100))).isLessThanOrEqualTo(100);
        assertThat(city.all(13)).hasSize((int) city.countDownTo(13)).allMatch(city::contains);
        // A whole prefecture.
        Frame large = new Frame(36.7, 138.7, 38.0, 141.1);
        assertThat(large.countDownTo(large.deepest(16, 20_000))).isLessThanOrEqualTo(20_000);
        assertThat(FrameOfMunicipality.read(new ByteArrayInputStream("{\"features\":[]}".getBytes(StandardCharsets.UTF_8)))).isEmpty();
        assertThat(FrameOfMunicipality.read(new ByteArrayInputStream("{\"coordinates\":[[[1,2,50],[3,4,60]]]}".getBytes(StandardCharsets.UTF_8))))
                .contains(new Frame(2, 1, 4, 3));
    }
}

package jp.michishirube.evacuation.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HazardFileTest {

    private final MunicipalArea municipality = new MunicipalArea(new Folders(Path.of(".").toAbsolutePath()), "990019");

    @Test
    void theDemoMapsAreWithoutFault() throws IOException {
        for (String file : new String[] {"flood", "landslide"}) {
            HazardFile.Content content = HazardFile.read(Files.newInputStream(Path.of("forms/990019/hazards/" + file + ".geojson")),
                    HazardKind.FLOOD, municipality, 1 << 20);
            assertThat(content.refused()).isEmpty();
            assertThat(content.areas()).isNotEmpty();
        }
    }

    @Test
    void wrongAreasAreRefusedWithReasonAndTheOthersTaken() throws IOException {
        HazardFile.Content content = read(collection(
                polygon("\"rank\":3", "[139.93,37.50],[139.94,37.50],[139.94,37.51],[139.93,37.51],[139.93,37.50]"),
                polygon("", "[139.93,37.50],[139.94,37.51],[139.94,37.50],[139.93,37.51],[139.93,37.50]"),
                polygon("", "[37.50,139.93],[37.50,139.94],[37.51,139.94],[37.50,139.93]"),
                polygon("", "[135.0,34.0],[135.1,34.0],[135.1,34.1],[135.0,34.0]"),
                polygon("", "[0.0,51.0],[0.1,51.0],[0.1,51.1],[0.0,51.0]")));
        assertThat(content.areas()).singleElement().satisfies(a -> {
            assertThat(a.level()).isEqualTo(3);
            assertThat(a.label()).isEqualTo("3.0〜5.0m");
        });
        assertThat(content.refused()).extracting(HazardFile.Refused::reason)
                .containsExactly("self-crossing", "swapped", "outside-japan");
        assertThat(content.outside()).as("areas of other municipalities are no faults").isEqualTo(1);
        assertThat(content.refused().get(0).lat()).isBetween(37.50, 37.51);
    }

    @Test
    void aFileThatIsTooLargeBrokenOrNoAreaGetsASentence() throws IOException {
        String huge = collection(polygon("\"x\":\"" + "a".repeat(10_000) + "\"", "[139.93,37.50],[139.94,37.50],[139.94,37.51],[139.93,37.50]"));
        assertThatThrownBy(() -> HazardFile.read(in(huge), HazardKind.FLOOD, municipality, 5_000)).isInstanceOf(Problem.class).hasMessage("area-file-too-large");
        assertThatThrownBy(() -> read("{\"features\":[{\"geometry\":")).hasMessage("area-file-broken");
        assertThatThrownBy(() -> read("{\"features\":[]}")).hasMessage("area-file-no-features");
        assertThatThrownBy(() -> read("[1]")).hasMessage("area-file-no-features");
        assertThatThrownBy(() -> read("\u0000\u0000\u0000\u0018ftypheic")).as("no text in any encoding").hasMessage("area-file-broken");
        assertThatThrownBy(() -> read("{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4301\"}},\"features\":[" + polygon("\"rank\":1", SQUARE) + "]}"))
                .as("the old datum lies 400 m beside").hasMessage("area-file-datum");
        assertThat(read("{\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::6668\"}},\"features\":[" + polygon("\"rank\":1", SQUARE) + "]}").areas()).hasSize(1);
    }

    /** Members of an object may stand in any order, a point may have a height, and a number an exponent. */
    @Test
    void theOrderOfMembersAndHeightsDoNotMatter() throws IOException {
        String late = "{\"features\":[" + polygon("\"rank\":1", SQUARE) + "],\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4301\"}}}";
        assertThatThrownBy(() -> read(late)).as("the datum told at the end").hasMessage("area-file-datum");
        String ring = "[[139.93,37.50,12.5],[1.3994e2,37.50,0],[139.940000000000000000001,37.51,null],[139.93,37.51],[139.93,37.50]]";
        HazardFile.Content content = read("{\"features\":[{\"geometry\":{\"coordinates\":[" + ring + "],\"type\":\"Polygon\",\"bbox\":[1,2]},\"id\":7,"
                + "\"properties\":{\"rank\":3},\"type\":\"Feature\"},{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[139.93,\"37.5\"],[1,2],[3,4],[139.93,37.5]]]}},"
                + "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[139.93,37.50],[139.94,37.50]]}},{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[null]}},"
                + "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[139.93,37.50]}},{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[]]}},"
                + "{\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[]}},{\"geometry\":\"none\",\"properties\":null}]}");
        assertThat(content.areas()).singleElement().satisfies(a -> {
            assertThat(a.level()).isEqualTo(3);
            assertThat(a.shape().getEnvelopeInternal().getMaxX()).isEqualTo(139.94);
        });
        assertThat(content.refused()).extracting(HazardFile.Refused::reason)
                .containsExactly("ring-open", "ring-open", "ring-open", "not-polygon", "empty", "empty", "empty");
    }

    /** What is read faster than Java reads it is the same place, to less than a thousandth of a millimetre. */
    @Test
    void coordinatesAreReadAsTheyStand() throws IOException {
        for (String number : new String[] {"139.912345678901234", "-0.5", "0.000000001", "36", "139.9", "1e2", "123456789012345678901234", "0.1234567890123456789", "37.500000000000000"}) {
            try (var parser = new com.fasterxml.jackson.core.JsonFactory().createParser("[" + number + "]")) {
                parser.nextToken();
                parser.nextToken();
                assertThat(Degrees.at(parser)).as(number).isCloseTo(Double.parseDouble(number), org.assertj.core.data.Percentage.withPercentage(1e-12));
            }
        }
    }

    @Test
    void oneFeatureWithoutAnAreaDoesNotStopTheOthers() throws IOException {
        HazardFile.Content content = read(collection("{\"type\":\"Feature\",\"properties\":{\"rank\":2},\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[139.93,37.50],[139.94,37.50]]}}",
                polygon("", "[139.93,37.50],[139.94,37.50],[139.94,37.51]"), polygon("\"rank\":5", SQUARE)));
        assertThat(content.areas()).singleElement().satisfies(a -> assertThat(a.level()).isEqualTo(5));
        assertThat(content.refused()).extracting(HazardFile.Refused::reason).containsExactly("empty", "not-polygon", "ring-open");
    }

    @Test
    void looselyDrawnAreasThatMeanOneThingAreRepaired() throws IOException {
        String corner = "[139.930,37.500],[139.931,37.500],[139.931,37.501],[139.932,37.501],[139.932,37.502],[139.931,37.502],[139.931,37.501],[139.930,37.501],[139.930,37.500]";
        String holeInRing = "[139.930,37.500],[139.940,37.500],[139.940,37.510],[139.930,37.510],[139.930,37.500],[139.932,37.502],[139.932,37.504],[139.934,37.504],[139.932,37.502],[139.930,37.500]";
        String sharedEdge = "{\"type\":\"Feature\",\"properties\":{\"rank\":3},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[139.93,37.50],[139.94,37.50],[139.94,37.51],[139.93,37.51],[139.93,37.50]]],[[[139.94,37.50],[139.95,37.50],[139.95,37.51],[139.94,37.51],[139.94,37.50]]]]}}";
        HazardFile.Content content = read(collection(polygon("\"rank\":3", corner), polygon("\"rank\":3", holeInRing), sharedEdge));
        assertThat(content.refused()).isEmpty();
        assertThat(content.areas().stream().mapToDouble(a -> a.shape().getArea()).sum()).isCloseTo(2e-6 + 1e-4 - 2e-6 + 2e-4, within(1e-9));
        assertThat(content.areas()).allMatch(a -> a.shape().isValid() && a.level() == 3);
    }

    @Test
    void aScaleOfEightClassesIsNotReadAsTheNationalSix() throws IOException {
        HazardFile.Content content = read(collection(polygon("\"rank\":1", SQUARE), polygon("\"rank\":8", SQUARE)));
        assertThat(content.areas()).extracting(HazardFile.Area::level).containsOnly(HazardClass.UNKNOWN);
        assertThat(content.unknown()).isEqualTo(2);
        assertThat(read(collection(polygon("\"浸水深ランク\":\"1\"", SQUARE), polygon("\"浸水深ランク\":\"8\"", SQUARE))).unknown()).isEqualTo(2);
    }

    @Test
    void wholeNumbersUnderDepthMayBeClassesAndAreNotReadAsMetres() throws IOException {
        HazardFile.Content classes = read(collection(polygon("\"depth\":1", SQUARE), polygon("\"depth\":4", SQUARE), polygon("\"浸水深\":\"6\"", SQUARE)));
        assertThat(classes.areas()).extracting(HazardFile.Area::level).containsOnly(HazardClass.UNKNOWN);
        assertThat(classes.areas().get(1).label()).contains("4m");
        HazardFile.Content metres = read(collection(polygon("\"depth\":1", SQUARE), polygon("\"depth\":4.5", SQUARE)));
        assertThat(metres.areas()).extracting(HazardFile.Area::level).containsExactly(2, 3);
        assertThat(read(collection(polygon("\"depth\":4", SQUARE), polygon("\"depth\":\"12\"", SQUARE))).unknown()).isZero();
        assertThat(read(collection(polygon("\"depth\":\"4m\"", SQUARE))).unknown()).isZero();
    }

    /** As GIS programs write the same area: sequences of features (RFC 8142), one feature or geometry alone, collections of geometries, heights. */
    @ParameterizedTest
    @ValueSource(strings = {
        "\u001e%1$s\n\u001e%1$s\n", "%1$s\n%1$s\n", "%1$s\r\n%1$s",
        "{\"type\":\"FeatureCollection\",\"name\":\"a\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":[%1$s,%1$s]}",
        "{\"type\":\"FeatureCollection\",\"crs\":null,\"features\":[%1$s,null,7,[1],%1$s]}",
        "\uFEFF{\"features\":[%1$s,%1$s],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:6667\"}}}"})
    void everyWayToWriteFeatures(String file) throws IOException {
        assertThat(read(file.formatted(polygon("\"rank\":3,\"x\":NaN", SQUARE))).areas()).hasSize(2).allMatch(a -> a.level() == 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"type\":\"Feature\",\"properties\":{\"rank\":3},\"geometry\":%1$s}", "{\"geometry\":%1$s,\"properties\":{\"rank\":3},\"type\":\"Feature\"}",
        "{\"type\":\"Feature\",\"properties\":{\"rank\":3},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[%1$s]}}",
        "{\"type\":\"Feature\",\"properties\":{\"rank\":3},\"geometry\":{\"geometries\":[{\"type\":\"GeometryCollection\",\"geometries\":[%1$s]}],\"type\":\"GeometryCollection\"}}",
        "%1$s", "{\"type\":\"GeometryCollection\",\"geometries\":[%1$s]}"})
    void everyWayToWriteAnArea(String file) throws IOException {
        HazardFile.Content content = read(file.formatted("{\"type\":\"MultiPolygon\",\"coordinates\":[[[" + SQUARE.replace("]", ",3.5]") + "]]]}"));
        assertThat(content.areas()).singleElement().satisfies(a -> assertThat(a.level()).as("without properties nobody knows").isEqualTo(file.contains("rank") ? 3 : 0));
        assertThat(content.refused()).isEmpty();
    }

    @Test
    void aLineBesideAnAreaIsTold() throws IOException {
        HazardFile.Content content = read("{\"type\":\"Feature\",\"properties\":{\"rank\":3},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":["
                + "{\"type\":\"LineString\",\"coordinates\":[[139.93,37.50],[139.94,37.50]]},{\"type\":\"Polygon\",\"coordinates\":[[" + SQUARE + "]]}]}}");
        assertThat(content.areas()).hasSize(1);
        assertThat(content.refused()).extracting(HazardFile.Refused::reason).containsExactly("not-polygon");
    }

    /** Never anything but a sentence, whatever is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\u001e", "null", "7", "\"x\"", "{}", "{\"features\":{}}", "{\"type\":\"FeatureCollection\"}", "{\"type\":\"Topology\",\"arcs\":[[[1,2]]]}",
        "\u001e{\"type\":\"Feature\",", "{\"coordinates\":[[[[[[[[1,2]]]]]]]],\"type\":\"Polygon\"", "<kml/>", "PK\u0003\u0004"})
    void whatIsNoneGetsASentence(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(Problem.class);
    }

    @Test
    void aFileOfTheWholePrefectureIsCutToTheMunicipality() throws IOException {
        HazardFile.Content content = read(collection(polygon("\"rank\":4", "[138.0,36.5],[141.0,36.5],[141.0,38.5],[138.0,38.5],[138.0,36.5]")));
        assertThat(content.areas()).isNotEmpty().allSatisfy(a -> assertThat(a.shape().getEnvelopeInternal().getWidth()).isLessThan(0.5));
    }

    @Test
    void aPositionOutsideTheMunicipalityIsTold() {
        assertThatThrownBy(() -> municipality.checked(139.93, 37.5)).hasMessage("position-swapped");
        assertThatThrownBy(() -> municipality.checked(37.9, 140.9)).hasMessage("position-outside-municipality");
        assertThatThrownBy(() -> municipality.checked(Double.NaN, 140.9)).hasMessage("position-outside-municipality");
        assertThat(municipality.checked(37.5, 139.93)).isEqualTo(new Position(37.5, 139.93));
    }

    private static final String SQUARE = "[139.93,37.50],[139.94,37.50],[139.94,37.51],[139.93,37.51],[139.93,37.50]";

    private HazardFile.Content read(String json) throws IOException {
        return HazardFile.read(in(json), HazardKind.FLOOD, municipality, 1 << 20);
    }

    private static InputStream in(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String polygon(String properties, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }
}

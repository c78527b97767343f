package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the build file says of the first command of the README. The tests start the product themselves and would not notice. */
class BuildFileTest {

    private static final XPath PATH = XPathFactory.newInstance().newXPath();

    private final Document pom = read();

    @Test
    void theFirstCommandStartsTheDemo() throws XPathExpressionException {
        String profiles = "/project/build/plugins/plugin[artifactId='spring-boot-maven-plugin']/configuration/profiles";
        assertThat(texts(profiles + "/profile[not(*)]")).containsExactly("demo");
        assertThat(texts(profiles + "/*")).as("nothing else in the list of the run's profiles").hasSize(1);
    }

    @Test
    void eachMachineHasItsProfile() throws XPathExpressionException {
        assertThat(texts("/project/profiles/profile/id")).contains("postgres-linux-amd64", "postgres-linux-arm64", "postgres-alpine-amd64",
                "postgres-alpine-arm64", "postgres-mac-amd64", "postgres-mac-arm64", "postgres-windows", "postgres-all", "take-over", "bench");
        assertThat(texts("//profile/id")).as("profiles stand at the end of the file and nowhere else").isEqualTo(texts("/project/profiles/profile/id"));
    }

    private List<String> texts(String path) throws XPathExpressionException {
        NodeList found = (NodeList) PATH.evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent().strip()).toList();
    }

    private static Document read() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

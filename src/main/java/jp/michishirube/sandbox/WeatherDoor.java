package jp.michishirube.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** The weather office's public server: two Atom feeds, of the last ten minutes and of all, and the telegrams (気象庁防災情報XML, PULL型). */
@RestController
class WeatherDoor {

    private static final Duration SHORT = Duration.ofMinutes(10);

    private final WeatherOffice office;

    WeatherDoor(WeatherOffice office) {
        this.office = office;
    }

    @GetMapping("/jma/developer/xml/feed/{name:extra|extra_l}.xml")
    ResponseEntity<byte[]> feed(@PathVariable String name) {
        Instant from = name.equals("extra") ? Instant.now().minus(SHORT) : Instant.EPOCH;
        List<WeatherOffice.Published> shown = office.all().stream().filter(p -> p.at().isAfter(from)).toList();
        String base = ServletUriComponentsBuilder.fromCurrentContextPath().path("/jma/developer/xml").toUriString();
        StringBuilder feed = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" lang="ja">
                <title>%s（随時）</title>
                <subtitle>架空の気象台の電文です</subtitle>
                <updated>%s</updated>
                <id>%s/feed/%s.xml</id>
                <link rel="self" href="%s/feed/%s.xml"/>
                """.formatted(name.equals("extra") ? "高頻度" : "長期", Instant.now().truncatedTo(ChronoUnit.SECONDS), base, name, base, name));
        shown.forEach(p -> feed.append("""
                <entry>
                <title>指定河川洪水予報</title>
                <id>%s/data/%s</id>
                <updated>%s</updated>
                <author><name>%s</name></author>
                <link type="application/xml" href="%s/data/%s"/>
                <content type="text">%s</content>
                </entry>
                """.formatted(base, p.id(), p.content().control(), p.content().river().office(), base, p.id(), HtmlUtils.htmlEscape(p.content().headline()))));
        return xml(feed.append("</feed>\n").toString());
    }

    @GetMapping("/jma/developer/xml/data/{id}")
    ResponseEntity<byte[]> telegram(@PathVariable String id) {
        return office.of(id).map(p -> xml(p.xml())).orElse(ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> xml(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(text.getBytes(StandardCharsets.UTF_8));
    }
}

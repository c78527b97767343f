package jp.michishirube.consent.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The municipalities' notices as they lie in forms/. */
class NoticesTest {

    private static final List<String> CODES = List.of("990019", "990027", "990035");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void everyMunicipalityAsksEachPurposeAloneAndSteps1And2TogetherInBothLanguages() throws IOException {
        for (String code : CODES) {
            Notices notices = of(code);
            for (String language : List.of("ja", "en")) {
                for (Purpose purpose : Purpose.values()) {
                    assertThat(notices.asking(Set.of(purpose), language)).as(code + purpose + language)
                            .hasValueSatisfying(n -> assertThat(n.ref().language()).isEqualTo(language));
                }
                assertThat(notices.asking(Set.of(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING), language)).isPresent();
            }
        }
    }

    @Test
    void step1ReceivesAndStep2GivesInTheirOwnWords() throws IOException {
        for (String code : CODES) {
            Notices notices = of(code);
            assertThat(plain(notices, Set.of(Purpose.PLAN_MAKING))).as(code).contains("取得します").doesNotContain("提供します");
            assertThat(plain(notices, Set.of(Purpose.PLAN_GIVING))).as(code).contains("提供します");
            assertThat(plain(notices, Set.of(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING))).as(code).contains("取得します", "提供します");
        }
    }

    @Test
    void whoAsksForTheMakingExplainsHowThePlanIsGivenOn() throws IOException {
        // 49条の14: when asking for consent to the making, it must be explained how plan information is given to others.
        for (String code : CODES) {
            assertThat(plain(of(code), Set.of(Purpose.PLAN_MAKING))).as(code).contains("計画をわたすとき", "災害のとき");
        }
    }

    @Test
    void functionsForAllCitizensAreNeverAskedTogetherWithAPlan() throws IOException {
        for (String code : CODES) {
            assertThat(of(code).all()).allSatisfy(n -> {
                if (n.terms().purposes().contains(Purpose.CITIZEN_FUNCTIONS)) {
                    assertThat(n.terms().purposes()).hasSize(1);
                }
            });
        }
    }

    @Test
    void everyNoticeCarriesTheDisclaimerOrAsksNoPlan() throws IOException {
        for (String code : CODES) {
            assertThat(of(code).all()).as(code).filteredOn(n -> n.ref().language().equals("ja") && !n.ref().id().equals("citizen"))
                    .allSatisfy(n -> assertThat(NoticeText.plain(n.body())).contains("約束するものではありません", "義務や責任はありません"));
        }
    }

    @Test
    void theItemsOfTheNoticeNameTheSectionsOfThePlan() throws IOException {
        for (String code : CODES) {
            JsonNode form = new ObjectMapper().readTree(Path.of("forms", code, "plan.schema.json").toFile());
            Set<String> sections = new HashSet<>();
            form.path("properties").fieldNames().forEachRemaining(sections::add);
            for (Notice notice : of(code).all()) {
                if (!notice.ref().id().equals("citizen")) {
                    Set<String> items = new HashSet<>(notice.terms().items());
                    items.removeAll(notice.terms().linkedItems());
                    assertThat(items).as(code + " " + notice.ref()).isEqualTo(sections);
                }
                if (notice.terms().purposes().contains(Purpose.PLAN_MAKING)) {
                    assertThat(notice.itemsFor(Purpose.PLAN_MAKING)).as(code + " " + notice.ref()).contains("cityos", "carecircle");
                }
            }
        }
    }

    @Test
    void aCombinedNoticeStretchesNeitherPurpose() throws IOException {
        Notice combined = of("990019").asking(Set.of(Purpose.PLAN_MAKING, Purpose.PLAN_GIVING), "ja").orElseThrow();
        assertThat(combined.recipientsFor(Purpose.PLAN_MAKING)).containsExactlyInAnyOrder(Party.Kind.MUNICIPALITY, Party.Kind.OFFICE);
        assertThat(combined.recipientsFor(Purpose.PLAN_GIVING)).containsExactlyInAnyOrder(Party.Kind.CARE_CIRCLE, Party.Kind.SUPPORTER);
        assertThat(combined.itemsFor(Purpose.PLAN_GIVING)).doesNotContain("cityos", "carecircle");
        assertThat(combined.itemsFor(Purpose.PLAN_MAKING)).contains("cityos", "carecircle");
    }

    @Test
    void theNewestVersionInUseIsAsked() throws IOException {
        String v1 = text("sharing", "2026-01-01", false);
        String v2 = text("sharing", "2026-11-01", true);
        String v3 = text("sharing", "2027-01-01", false);
        Notices notices = new Notices(List.of(Notices.parse("sharing.v1.ja.md", v1), Notices.parse("sharing.v2.ja.md", v2),
                Notices.parse("sharing.v3.ja.md", v3)), CLOCK);
        assertThat(notices.asking(Set.of(Purpose.PEACETIME_SHARING), "en").orElseThrow().ref().version()).isEqualTo(2);
        assertThat(notices.material()).containsExactly(new Rules.MaterialVersion("sharing", 2, Instant.parse("2026-10-31T15:00:00Z")));
    }

    @Test
    void aNoticeThatLacksItsTermsIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Notices.parse("sharing.v1.ja.md", "---\ntitle: x\n---\ntext")).hasStackTraceContaining("retention");
        assertThatThrownBy(() -> Notices.parse("sharing.md", "text")).hasMessageContaining("<id>.v<version>");
    }

    @Test
    void markdownCannotBringScriptsAndFuriganaBecomesRuby() {
        assertThat(NoticeText.html("<script>alert(1)</script>\n\n[a](javascript:alert(1)) {避難|ひなん}"))
                .doesNotContain("<script", "javascript:").contains("<ruby>避難<rp>（</rp><rt>ひなん</rt><rp>）</rp></ruby>");
        assertThat(NoticeText.plain("{避難|ひなん}します")).isEqualTo("避難します");
    }

    private static String text(String id, String from, boolean material) {
        return """
                ---
                title: t
                purposes: [PEACETIME_SHARING]
                items: [resident]
                recipients: [POLICE]
                provider: p
                receiver: r
                controller: c
                retention: x
                readerGround: LAW_OR_ORDINANCE
                withdrawal: w
                from: %s
                material: %s
                ---
                text
                """.formatted(from, material);
    }

    private static String plain(Notices notices, Set<Purpose> purposes) {
        return NoticeText.plain(notices.asking(purposes, "ja").orElseThrow().body());
    }

    static Notices of(String code) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms", code, "notices"))) {
            return new Notices(files.sorted().map(f -> {
                try {
                    return Notices.parse(f.getFileName().toString(), Files.readString(f));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList(), CLOCK);
        }
    }
}

package jp.michishirube.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseNumber;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Timeline;
import jp.michishirube.casefile.TimelineSentences;
import jp.michishirube.organization.People;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.review.Loop;
import jp.michishirube.testing.ProductTest;
import jp.michishirube.testing.SandboxPages;
import jp.michishirube.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.util.HtmlUtils;

/** Every mail as the mail server of the outside world received it: a sentence, a case number, a link; never anything of the resident. */
@ProductTest
class MailsTest {

    private static final Pattern ROW = Pattern.compile("<tr><td>[^<]*</td><td>([^<]*)</td><td>([^<]*)</td><td><pre>(.*?)</pre></td></tr>", Pattern.DOTALL);

    @Autowired Loop loop;
    @Autowired People people;
    @Autowired Notify notify;
    @Autowired Preferences preferences;
    @Autowired MailBox mails;
    @Autowired MailToCity city;
    @Autowired JdbcClient jdbc;
    @Autowired SendMails send;
    @Autowired MessageSource texts;
    @Autowired Timeline timeline;
    @Autowired TimelineSentences sentences;
    @Value("${michishirube.base-url:http://localhost:${server.port:8080}}") String base;

    private final SandboxPages outside = new SandboxPages(Surroundings.outside().url());

    private record Received(String subject, String text) {}

    @ParameterizedTest
    @EnumSource(value = NoticeKind.class, mode = EnumSource.Mode.EXCLUDE, names = {"SEAL_ENDING", "SEAL_ENDED"})
    void saysWhatHappenedAndWhereToLookAndNothingOfTheResident(NoticeKind kind) {
        CaseFile file = loop.atInterview();
        String person = "mails-" + kind.name().toLowerCase();
        people.remember(new Person(person, "受取 " + kind.ordinal(), Set.of(Role.REVIEWER), null, false), person + "@mails.example.jp");
        preferences.put(person, kind, MailWish.AT_ONCE);
        notify.toPerson(person, kind, file.number());

        Received mail = received(person);
        String what = texts.getMessage("notice." + kind, null, java.util.Locale.JAPANESE);
        String number = "（案件 " + file.number() + "）";
        assertThat(what).as("a sentence of its own, in Japanese").containsPattern("\\p{InHiragana}");
        assertThat(mail.subject()).isEqualTo("【道しるべ】" + what + number);
        assertThat(mail.text()).isEqualTo("""
                道しるべからのお知らせです。

                %s%s。

                内容は次のページでご確認ください（サインインが必要です）。
                %s%s

                個人情報を守るため、このメールには氏名や内容を書いていません。
                このメールには返信できません。

                メールの受け取り方を変える: %s/notices/preferences
                """.formatted(what, number, base, kind.page().startsWith("/") ? kind.page() : "/cases/" + file.number() + (kind.page().isEmpty() ? "" : "/" + kind.page()), base));
        namesNobody(mail, file.resident());
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(sentences.of(timeline.of(file.id()), java.util.Locale.JAPANESE))
                .as("the history of the case tells of the mail").extracting(TimelineSentences.Sentence::text)
                .contains("受取 " + kind.ordinal() + "さんにメールで知らせました：" + what + "。"));
    }

    @Test
    void theDigestCountsAndNamesNoCase() {
        people.remember(new Person("mails-digest", "受取 まとめ", Set.of(Role.REVIEWER), null, false), "mails-digest@mails.example.jp");
        mails.put("mails-digest", "mails-digest", DailyDigest.TEMPLATE, "RETURNED=2,MESSAGE=1");
        Received mail = received("mails-digest");
        assertThat(mail.subject()).isEqualTo("【道しるべ】未読のお知らせのまとめ");
        assertThat(mail.text()).contains("・計画が差し戻されました: 2 件\n・連絡が届きました: 1 件\n", base + "/notices\n").doesNotContain("/cases/", "案件");
    }

    @Test
    void withoutACaseItLeadsToTheInbox() {
        people.remember(new Person("mails-none", "受取 なし", Set.of(Role.REVIEWER), null, false), "mails-none@mails.example.jp");
        mails.put("mails-none", "mails-none", NoticeKind.RETURNED.name(), "");
        assertThat(received("mails-none").text()).contains("計画が差し戻されました。\n", base + "/inbox\n").doesNotContain("案件");
    }

    @ParameterizedTest
    @EnumSource(value = NoticeKind.class, names = {"SEAL_ENDING", "SEAL_ENDED"})
    void whatIsOfNoCaseLeadsToItsOwnPage(NoticeKind kind) {
        String person = "mails-" + kind.name().toLowerCase();
        people.remember(new Person(person, "受取 " + kind.ordinal(), Set.of(Role.PROCESS_ADMIN), null, false), person + "@mails.example.jp");
        notify.toPerson(person, kind, null);
        Received mail = received(person);
        assertThat(mail.subject()).isEqualTo("【道しるべ】" + texts.getMessage("notice." + kind, null, java.util.Locale.JAPANESE));
        assertThat(mail.text()).contains(base + "/engine\n").doesNotContain("案件");
    }

    @Test
    void theCityIsMailedADaysHeadThatNamesNobody() {
        ReflectionTestUtils.setField(city, "address", "mails-city@mails.example.jp");
        try {
            city.put("day-head:2026-11-30", "day-head", "2026-11-30", "2026-11-30 12 0a1b2c");
            Received mail = received("mails-city");
            assertThat(mail.subject()).isEqualTo("【道しるべ】2026-11-30 の記録の封印");
            assertThat(mail.text()).contains("\n\n2026-11-30 12 0a1b2c\n\n", "2026-11-30.txt", "個人情報は含まれません");
        } finally {
            ReflectionTestUtils.setField(city, "address", "");
        }
        city.put("day-head:2026-12-01", "day-head", "2026-12-01", "x");
        assertThat(jdbc.sql("select count(*) from notification.mail where mail_key = 'day-head:2026-12-01'").query(Integer.class).single())
                .as("no address, no mail").isZero();
    }

    private static void namesNobody(Received mail, Resident resident) {
        String all = mail.subject() + mail.text();
        for (String part : List.of(resident.name(), resident.kana(), resident.address(), resident.phone(), resident.area(), resident.cityNumber(),
                resident.birthDate().toString(), "1940", "昭和15")) {
            assertThat(all).doesNotContain(part);
            for (String word : part.split("[ 　]")) {
                assertThat(all).doesNotContain(word);
            }
        }
    }

    private Received received(String person) {
        return await().atMost(Duration.ofSeconds(90)).until(() -> {
            // the background sender may be first; either way it comes
            send.sendWaiting();
            return find(person + "@mails.example.jp");
        }, Optional::isPresent).orElseThrow();
    }

    private Optional<Received> find(String to) {
        Matcher row = ROW.matcher(outside.get("/mail"));
        while (row.find()) {
            if (row.group(1).equals(to)) {
                return Optional.of(new Received(HtmlUtils.htmlUnescape(row.group(2)), HtmlUtils.htmlUnescape(row.group(3)).replace("\r\n", "\n")));
            }
        }
        return Optional.empty();
    }
}

package jp.michishirube.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.sharing.channel.Waiting;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product is killed by SIGKILL in the middle of sending mails, every other time together with its PostgreSQL: no mail arrives twice but those marked
 * 再送, and every message says what is known of it. Minutes of starting and of waiting for claims to end, so it is run by hand and not with the tests:
 * {@code ./mvnw test -Dtest=KilledWhileSending}.
 */
class KilledWhileSending {

    private static final int MAILS = 200;
    private static final int KILLS = 3;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private StartedProduct product;

    @BeforeEach
    void start() throws java.io.IOException {
        server.start();
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            slowly();
            GreenMailUser known = server.getUserManager().getUserByEmail(to.getEmail());
            return known != null ? known : server.getUserManager().createUser(to.getEmail(), to.getEmail(), to.getEmail());
        });
        product = new StartedProduct(Files.createTempDirectory("victim"), "--spring.mail.host=localhost", "--spring.mail.port=" + server.getSmtp().getPort());
        product.start();
    }

    @AfterEach
    void stop() {
        product.close();
        server.stop();
    }

    /** The server takes a mail, and its yes comes late: a sender that is killed meanwhile cannot know. */
    private static void slowly() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void noMailArrivesTwiceUnmarkedAndNoneIsWithoutAState() throws Exception {
        fill();
        for (int kill = 1; kill <= KILLS; kill++) {
            int taken = kill * MAILS / (KILLS + 2);
            Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(50)).until(() -> server.getReceivedMessages().length >= taken);
            product.kill(kill % 2 == 0);
            product.start();
        }
        Awaitility.await().atMost(Duration.ofMinutes(6)).until(() -> count("state = 'QUEUED'") == 0);

        Map<String, List<String>> arrived = new HashMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            arrived.computeIfAbsent(mail.getAllRecipients()[0].toString(), a -> new ArrayList<>()).add(mail.getSubject());
        }
        int unknown = count("state = 'UNKNOWN'");
        System.out.println("accepted " + count("state = 'ACCEPTED'") + ", unknown " + unknown + ", sent again " + count("again_of is not null") + ", arrived "
                + server.getReceivedMessages().length);
        assertThat(unknown).as("the kills hit something").isPositive();
        arrived.forEach((address, subjects) -> {
            assertThat(subjects.stream().filter(s -> !s.startsWith("【再送】"))).as(address).hasSizeLessThanOrEqualTo(1);
            assertThat(subjects.stream().filter(s -> s.startsWith("【再送】"))).as(address).hasSizeLessThanOrEqualTo(1);
        });
        assertThat(count("state = 'ACCEPTED' or state = 'UNKNOWN'")).as("nothing without a state").isEqualTo(count("true"));
        assertThat(count("state = 'UNKNOWN' and occasion = 'WARNING' and not exists (select 1 from sharing.message a where a.again_of = m.id)"))
                .as("warnings go again").isZero();
        assertThat(count("state = 'UNKNOWN' and occasion <> 'WARNING' and exists (select 1 from sharing.message a where a.again_of = m.id)"))
                .as("the rest waits for a person").isZero();
    }

    private int count(String which) {
        return product.jdbc().sql("select count(*) from sharing.message m where " + which).query(Integer.class).single();
    }

    private void fill() {
        JdbcClient jdbc = product.jdbc();
        long resident = jdbc.sql("insert into casefile.resident (city_number, name) values ('KILLED', '試験') returning id").query(Long.class).single();
        for (int n = 0; n < MAILS; n++) {
            long contact = jdbc.sql("insert into sharing.supporter_contact (resident_id, supporter_key, mail, language, changed_at) values (?, ?, ?, 'ja', now()) returning id")
                    .params(resident, "s" + n, "kill" + n + "@example.jp").query(Long.class).single();
            jdbc.sql("""
                    insert into sharing.message (id, once, holder_kind, holder_key, way, occasion, template, language, link, state, next_try, retry_key, made_at,
                        made_by, changed_at)
                    values (gen_random_uuid(), ?, 'SUPPORTER', ?, 'MAIL', ?, 'supporter-page', 'ja', ?, 'QUEUED', now(), gen_random_uuid(), now(), 'test', now())
                    """).params("kill " + n, String.valueOf(contact), n % 2 == 0 ? "WARNING" : "SUPPORTER_PAGE", Waiting.sealed("https://example.jp/p/x")).update();
        }
    }
}

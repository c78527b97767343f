package jp.michishirube.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.casefile.CaseFiles;
import jp.michishirube.casefile.CaseState;
import jp.michishirube.casefile.OpenCase;
import jp.michishirube.casefile.Resident;
import jp.michishirube.casefile.Step;
import jp.michishirube.consent.record.Channel;
import jp.michishirube.consent.record.ConsentGiven;
import jp.michishirube.consent.rule.GivenBy;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.record.RecordConsent;
import jp.michishirube.plan.interview.SubmitPlan;
import jp.michishirube.review.ApprovePlan;
import jp.michishirube.review.Loop;
import jp.michishirube.signing.SignPlan;
import jp.michishirube.signing.Signing;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole lives of plans through the product's use cases: what people do by hand, what the background does by its jobs. */
final class Lives {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SIGNATURE = signature();

    private final OpenCase open;
    private final CaseFiles cases;
    private final RecordConsent consent;
    private final SubmitPlan submit;
    private final ApprovePlan approve;
    private final SignPlan sign;
    private final Loop loop;
    private final ManagementService jobs;
    private final JdbcClient jdbc;

    Lives(ApplicationContext product) {
        this.open = product.getBean(OpenCase.class);
        this.cases = product.getBean(CaseFiles.class);
        this.consent = product.getBean(RecordConsent.class);
        this.submit = product.getBean(SubmitPlan.class);
        this.approve = product.getBean(ApprovePlan.class);
        this.sign = product.getBean(SignPlan.class);
        this.loop = product.getBean(Loop.class);
        this.jobs = product.getBean(ManagementService.class);
        this.jdbc = product.getBean(JdbcClient.class);
    }

    void live() {
        int n = NUMBER.incrementAndGet();
        CaseFile file = open.open(new Resident(0, "LIFE-" + n, "MC-%04d".formatted(1 + n % 40), "試験 太郎", "シケン タロウ",
                LocalDate.of(1940, 3, 2), "男", "990-0001", "みちしるべ市青葉町1-1", "0242-00-0000", "青葉町"), "AOBA", 3);
        loop.as("aoba2", () -> consent.record(file.id(), yes("creation")));
        background("case-" + file.id().value());
        loop.as("aoba2", () -> {
            loop.write(file, loop.complete());
            submit.submit(file.id(), Step.INTERVIEW_RESIDENT, null, "");
        });
        loop.as("review1", () -> approve.approve(file, 1, ""));
        background("case-" + file.id().value());
        loop.as("aoba2", () -> {
            sign.sign(file, new Signing(1, Signing.Signer.SELF, null, null, "鈴木 健", SIGNATURE, null, null));
            consent.record(file.id(), yes("sharing"));
        });
        deliver(file);
        if (cases.get(file.id()).state() != CaseState.IN_FORCE) {
            throw new IllegalStateException("case " + file.number() + " is " + cases.get(file.id()).state());
        }
    }

    /** Runs the waiting step of the instance with this key, found in one look as the job executor would. */
    private void background(String key) {
        jdbc.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.handler_type_ = 'async-continuation'
                """).param(key).query(String.class).list().forEach(jobs::executeJob);
    }

    private void deliver(CaseFile file) {
        jdbc.sql("select id from sharing.delivery where case_id = ?").param(file.id().value()).query(Long.class).list()
                .forEach(id -> background("delivery-" + id));
    }

    private static ConsentGiven yes(String notice) {
        return new ConsentGiven(List.of(new ConsentGiven.Decided(new NoticeRef(notice, 1, "ja"), true, null)), GivenBy.SELF, null, null, null,
                Channel.ELECTRONIC, null, "鈴木 健", Instant.now().minusSeconds(1), null);
    }

    private static String signature() {
        BufferedImage image = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(4));
        for (int i = 0; i < 6; i++) {
            g.drawArc(40 + i * 80, 40, 70, 110, 20 * i, 250);
        }
        g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

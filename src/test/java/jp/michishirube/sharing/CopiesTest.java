package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import jp.michishirube.casefile.CaseFile;
import jp.michishirube.consent.rule.Party;
import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A copy on paper: its number and code on the sheet, what the code tells, and the yearly stock-take. */
@ProductTest
class CopiesTest {

    @Autowired MockMvc mvc;
    @Autowired SharedPlans plans;
    @Autowired JdbcClient jdbc;

    private CaseFile shared() {
        CaseFile file = plans.inForce("写し町");
        plans.says(file, "sharing", true);
        plans.share(file);
        plans.awaitState(file, Party.Kind.FIRE_SERVICE, "READY");
        return file;
    }

    private byte[] print(CaseFile file, Delivery to) throws Exception {
        return mvc.perform(post("/cases/{n}/sharing/{id}/copies", file.number(), to.id()).with(As.roster1()).with(csrf())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsByteArray();
    }

    private long sheet(Delivery to, int no) {
        return jdbc.sql("select id from sharing.copy where delivery_id = ? and no = ?").params(to.id(), no).query(Long.class).single();
    }

    private void does(CaseFile file, Delivery to, int no, String what, String how) throws Exception {
        mvc.perform(post("/cases/{n}/sharing/{id}/copies/{c}/" + what, file.number(), to.id(), sheet(to, no)).param("how", how).param("pair", "yes")
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    /** What a telephone's camera reads off the sheet. */
    private static String scanned(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                var image = new PDFRenderer(document).renderImageWithDPI(page, 300);
                int w = image.getWidth() / 3;
                int h = image.getHeight() / 4;
                try {
                    // the upper right corner
                    int[] pixels = image.getRGB(image.getWidth() - w, 0, w, h, null, 0, w);
                    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(w, h, pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true)).getText();
                } catch (ReaderException e) {
                    // on another page
                }
            }
        }
        throw new AssertionError("no QR code on the copy");
    }

    private String told(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void theCodeOnASheetTellsWhetherItIsValidAndNothingPersonal() throws Exception {
        CaseFile file = shared();
        Delivery fire = plans.delivery(file, Party.Kind.FIRE_SERVICE);
        byte[] pdf = print(file, fire);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("写し 1号");
        }
        String path = scanned(pdf).replaceFirst("^https?://[^/]+", "");
        assertThat(told(path)).contains("まだだれにも渡したことになっていません").doesNotContain("試験", "太郎", "消防本部", file.number().value());
        does(file, fire, 1, "handed", "IN_PERSON");
        assertThat(told(path)).contains("この写しは有効です", "写し1号").doesNotContain("試験", "太郎", "消防本部", file.number().value());
        assertThat(mvc.perform(post(path).with(csrf())).andReturn().getResponse().getContentAsString()).as("opens nothing").contains("この写しは有効です");
        does(file, fire, 1, "ended", "RETURNED");
        assertThat(told(path)).contains("戻ったか処分したことになっています");

        String second = scanned(print(file, fire)).replaceFirst("^https?://[^/]+", "");
        does(file, fire, 2, "handed", "POST");
        jdbc.sql("update sharing.delivery set state = 'RECALLED' where id = ?").param(fire.id()).update();
        assertThat(told(second)).contains("この写しは使えません");
    }

    @Test
    void onceAYearEachHolderShowsTheCopies() throws Exception {
        CaseFile file = shared();
        Delivery police = plans.delivery(file, Party.Kind.POLICE);
        print(file, police);
        print(file, police);
        does(file, police, 1, "handed", "IN_PERSON");
        String number = file.number() + " / 1";
        String holder = "/prints/copies/holder?kind=POLICE";
        assertThat(mvc.perform(get(holder).with(As.roster1())).andReturn().getResponse().getContentAsString()).contains(number)
                .doesNotContain(file.number() + " / 2", "試験", "太郎", "1年以上未確認");
        jdbc.sql("update sharing.copy set handed_at = handed_at - interval '366 days' where id = ?").param(sheet(police, 1)).update();
        assertThat(mvc.perform(get(holder).with(As.roster1())).andReturn().getResponse().getContentAsString()).contains("1年以上未確認");
        mvc.perform(post("/prints/copies/holder").param("kind", "POLICE").param("copy", String.valueOf(sheet(police, 1)), String.valueOf(sheet(police, 2)))
                .with(As.roster1()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select seen_by from sharing.copy where id = ?").param(sheet(police, 1)).query(String.class).single()).isEqualTo("roster1");
        assertThat(jdbc.sql("select seen_at is null from sharing.copy where id = ?").param(sheet(police, 2)).query(Boolean.class).single())
                .as("one that was never handed over cannot be shown").isTrue();
        mvc.perform(get("/prints/copies/holder.pdf?kind=POLICE").with(As.roster1())).andExpect(status().isOk());
        mvc.perform(get("/prints/copies/holder?kind=SUPPORTER&key=x").with(As.roster1())).andExpect(status().isNotFound());
        mvc.perform(get("/prints/copies").with(As.aoba1())).andExpect(status().isForbidden());
    }
}

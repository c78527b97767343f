package jp.michishirube.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.encoder.AppendedCode;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.michishirube.problem.Problem;
import org.junit.jupiter.api.Test;

class QrPhotosTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final byte[] NOTEBOOK = ("JAHISTC08,1\r\n1,試験 太郎,1,19410503,,,,,,ｼｹﾝ ﾀﾛｳ\r\n5,20261101,1\r\n11,試験薬局,,,,,,\r\n"
            + "201,1,×試験錠２５ｍｇ,1,錠,2,610000000\r\n301,1,１日１回 朝食後,14,日,1,1,,\r\n").getBytes(CP932);

    @Test
    void aSetCutWithinACharacterIsWholeInWhateverOrderItIsPhotographed() throws Exception {
        List<QrPart> codes = set(3, 0x5a);
        Collections.reverse(codes);
        List<byte[]> parts = NotebookCodes.parts(NotebookCodes.together(codes, codes));
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0)).isEqualTo(NOTEBOOK);
    }

    @Test
    void aMissingCodeIsAlwaysNoticedAlsoFromTheMiddle() throws Exception {
        for (int missing = 0; missing < 3; missing++) {
            List<QrPart> codes = set(3, 0x5a);
            codes.remove(missing);
            assertThatThrownBy(() -> NotebookCodes.parts(codes)).isInstanceOfSatisfying(Problem.class, p -> {
                assertThat(p.kind()).isEqualTo("jahis-part-missing");
                assertThat(p.args()).containsExactly(2, 3);
            });
        }
    }

    @Test
    void codesOfTwoNotebooksAreNotJoined() throws Exception {
        List<QrPart> codes = set(3, 0x5a);
        codes.set(1, set(3, 0x11).get(1));
        assertThatThrownBy(() -> NotebookCodes.parts(codes)).isInstanceOf(Problem.class).hasMessage("jahis-other-set");
    }

    @Test
    void onePhotoMayShowSeveralCodes() throws Exception {
        byte[][] cut = cut(2);
        BufferedImage one = AppendedCode.of(cut[0], 0, 2, 7);
        BufferedImage both = new BufferedImage(one.getWidth() * 2, one.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = both.createGraphics();
        g.drawImage(one, 0, 0, null);
        g.drawImage(AppendedCode.of(cut[1], 1, 2, 7), one.getWidth(), 0, null);
        g.dispose();
        assertThat(NotebookCodes.parts(QrPhotos.codes(both)).get(0)).isEqualTo(NOTEBOOK);
    }

    @Test
    void numbersLettersAndKanjiPackedByTheirOwnModesAreTheSameBytes() throws Exception {
        for (String text : List.of("20261101", "JAHISTC08 1", "高橋×太郎")) {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300, Map.of(EncodeHintType.CHARACTER_SET, "Shift_JIS"));
            BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 300; x++) {
                for (int y = 0; y < 300; y++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
                }
            }
            assertThat(QrPhotos.codes(image)).singleElement().satisfies(code -> {
                assertThat(new String(code.content(), CP932)).isEqualTo(text);
                assertThat(code.total()).isEqualTo(1);
            });
        }
    }

    @Test
    void whatWaitsForItsOtherCodesComesBackAsItWas() throws Exception {
        List<QrPart> codes = set(3, 200);
        String lines = codes.get(0).line() + "\n" + codes.get(2).line();
        assertThat(QrPart.ofLines(lines)).satisfiesExactly(a -> assertThat(a.isSameAs(codes.get(0))).isTrue(), b -> assertThat(b.isSameAs(codes.get(2))).isTrue());
        assertThatThrownBy(() -> QrPart.ofLines("nonsense")).isInstanceOf(Problem.class).hasMessage("jahis-cut");
    }

    @Test
    void aPictureWithoutACodeHasNone() {
        assertThat(QrPhotos.codes(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB))).isEmpty();
    }

    private static List<QrPart> set(int total, int parity) throws Exception {
        List<QrPart> codes = new ArrayList<>();
        byte[][] cut = cut(total);
        for (int i = 0; i < total; i++) {
            codes.addAll(QrPhotos.codes(AppendedCode.of(cut[i], i, total, parity)));
        }
        assertThat(codes).hasSize(total);
        return codes;
    }

    /** The first cut lies between the two bytes of 試. */
    private static byte[][] cut(int total) {
        byte[][] parts = new byte[total][];
        int first = 16;
        for (int i = 0; i < total; i++) {
            int from = i == 0 ? 0 : first + (NOTEBOOK.length - first) * (i - 1) / (total - 1);
            int to = i == total - 1 ? NOTEBOOK.length : first + (NOTEBOOK.length - first) * i / (total - 1);
            parts[i] = Arrays.copyOfRange(NOTEBOOK, from, to);
        }
        return parts;
    }
}

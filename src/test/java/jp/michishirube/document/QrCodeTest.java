package jp.michishirube.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int MARGIN = 4;
    /** The first four bits of a code say how to read it. */
    private static final int NAMES_ITS_ENCODING = 0b0111;

    @Test
    void aCodeOfPlainTextNamesNoEncodingForOldReaders() throws Exception {
        DecoderResult plain = read("https://example.jp/verify/7f3a");
        assertThat(plain.getText()).isEqualTo("https://example.jp/verify/7f3a");
        assertThat(plain.getRawBytes()[0] >> 4 & 0xf).isNotEqualTo(NAMES_ITS_ENCODING);
        DecoderResult japanese = read("避難所");
        assertThat(japanese.getText()).isEqualTo("避難所");
        assertThat(japanese.getRawBytes()[0] >> 4 & 0xf).isEqualTo(NAMES_ITS_ENCODING);
    }

    private static DecoderResult read(String text) throws Exception {
        BitMatrix with = QrCode.of(text).matrix();
        BitMatrix without = new BitMatrix(with.getWidth() - 2 * MARGIN);
        for (int x = 0; x < without.getWidth(); x++) {
            for (int y = 0; y < without.getHeight(); y++) {
                if (with.get(x + MARGIN, y + MARGIN)) {
                    without.set(x, y);
                }
            }
        }
        return new Decoder().decode(without);
    }
}

package com.google.zxing.qrcode.encoder;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitArray;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Draws a code of a set by structured append, which zxing reads and does not write; in its package for its parts. */
public final class AppendedCode {

    private AppendedCode() {}

    public static BufferedImage of(byte[] content, int index, int total, int parity) throws WriterException {
        BitArray bits = new BitArray();
        bits.appendBits(0b0011, 4);
        bits.appendBits(index, 4);
        bits.appendBits(total - 1, 4);
        bits.appendBits(parity, 8);
        bits.appendBits(0b0100, 4);
        Version version = Version.getVersionForNumber(12);
        bits.appendBits(content.length, 16);
        for (byte b : content) {
            bits.appendBits(b & 0xff, 8);
        }
        ErrorCorrectionLevel level = ErrorCorrectionLevel.M;
        Version.ECBlocks blocks = version.getECBlocksForLevel(level);
        int data = version.getTotalCodewords() - blocks.getTotalECCodewords();
        Encoder.terminateBits(data, bits);
        BitArray all = Encoder.interleaveWithECBytes(bits, version.getTotalCodewords(), data, blocks.getNumBlocks());
        int size = version.getDimensionForVersion();
        ByteMatrix matrix = new ByteMatrix(size, size);
        MatrixUtil.buildMatrix(all, level, version, 3, matrix);
        int dot = 5;
        BufferedImage image = new BufferedImage((size + 12) * dot, (size + 12) * dot, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(Color.BLACK);
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                if (matrix.get(x, y) == 1) {
                    g.fillRect((x + 6) * dot, (y + 6) * dot, dot, dot);
                }
            }
        }
        g.dispose();
        return image;
    }
}

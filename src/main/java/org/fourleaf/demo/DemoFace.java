package org.fourleaf.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws somebody who does not exist: a few shapes, a photo of nobody. */
final class DemoFace {

    private static final int SIDE = 256;
    private static final List<Integer> SKINS = List.of(0xf3d3bd, 0xe0ac85, 0xc68a63, 0x8d5a3c, 0xf0c9a4);
    private static final List<Integer> HAIRS = List.of(0x2b211c, 0x5a3a25, 0x8c6239, 0xc9a15a, 0x77797c, 0x7c2f1d);

    private DemoFace() {}

    /** @return a PNG */
    static byte[] draw(Chance chance) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = (float) chance.between(0, 1);
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.3f, 0.92f), SIDE, SIDE, Color.getHSBColor(hue + 0.08f, 0.45f, 0.7f)));
        brush.fillRect(0, 0, SIDE, SIDE);
        Color hair = new Color(chance.of(HAIRS));
        boolean isLong = chance.happens(0.5);
        brush.setColor(hair);
        if (isLong) {
            brush.fillRoundRect(72, 60, 112, 140, 90, 90);
        }
        brush.setColor(Color.getHSBColor(hue + 0.5f, 0.45f, 0.5f));
        brush.fillOval(38, 186, 180, 160);
        brush.setColor(new Color(chance.of(SKINS)));
        brush.fillRoundRect(112, 150, 32, 56, 20, 20);
        brush.fillOval(82, 66, 92, 116);
        brush.setColor(hair);
        brush.fillArc(76, 52, 104, chance.from(84, 116), 0, 180);
        brush.setColor(new Color(0x33, 0x2b, 0x28));
        brush.fillOval(106, 120, 8, 8);
        brush.fillOval(142, 120, 8, 8);
        brush.drawArc(112, 138, 32, 20, 200, 140);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

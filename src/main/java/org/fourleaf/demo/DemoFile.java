package org.fourleaf.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the files that the scripts attach: small, real, and of the type their names promise. */
record DemoFile(String name, String type, byte[] bytes) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int SHAPES = 9;

    static DemoFile of(String name) throws IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "pdf" -> new DemoFile(name, "application/pdf", pdf(name.substring(0, name.length() - 4)));
            case "png" -> new DemoFile(name, "image/png", picture(name, "png"));
            default -> new DemoFile(name, "image/jpeg", picture(name, "jpg"));
        };
    }

    /** A picture that differs from name to name: a few soft shapes, as if out of focus. */
    private static byte[] picture(String name, String format) throws IOException {
        Chance chance = new Chance(name.hashCode());
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = (float) chance.between(0, 1);
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.25f, 0.9f), WIDTH, HEIGHT, Color.getHSBColor(hue + 0.1f, 0.5f, 0.55f)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < SHAPES; i++) {
            Color shade = Color.getHSBColor(
                    hue + (float) chance.between(-0.08, 0.08), 0.45f, (float) chance.between(0.3, 0.95));
            brush.setColor(new Color(shade.getRed(), shade.getGreen(), shade.getBlue(), 130));
            int size = chance.from(40, 260);
            brush.fillRoundRect(
                    chance.from(-60, WIDTH), chance.from(-60, HEIGHT), size, size * 2 / 3, size / 2, size / 2);
        }
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("this Java writes no " + format);
        }
        return out.toByteArray();
    }

    /** One page with the name as its title and ruled lines below. */
    private static byte[] pdf(String title) {
        StringBuilder page =
                new StringBuilder("BT /F1 22 Tf 72 740 Td (%s) Tj ET\n".formatted(title.replace('-', ' ')));
        page.append("BT /F1 11 Tf 72 712 Td (Alder & Spoke, example document) Tj ET\n0.8 G\n");
        for (int y = 670; y > 200; y -= 28) {
            page.append("72 %d m 523 %d l S%n".formatted(y, y));
        }
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(page.length(), page),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int start = file.length();
        file.append("xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(objects.size() + 1, places, objects.size() + 1, start));
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
